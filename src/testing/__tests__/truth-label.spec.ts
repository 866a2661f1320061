// Labels from what kernels showed, and scores of verdicts against labels.
import { labelOf, textOf, withoutUnreached, type Seen } from '../truth/label';
import { saidByCounts, scoreOf } from '../truth/score';

const printed = (text: string, left: Seen['left'] = null): Seen => ({
  status: 'ok',
  outputs: [{ output_type: 'stream', name: 'stdout', text }],
  left
});

const failed = (evalue: string): Seen => ({
  status: 'error',
  outputs: [{ output_type: 'error', ename: 'NameError', evalue }]
});

const valued = (x: string): Seen =>
  printed('1', { wrote: ['x'], values: { x, y: x } });

const label = (recorded: Seen, one: Seen, other = one) =>
  labelOf({ recorded, replayed: recorded, fresh: [one, other] });

const shown = (mediaType: string, content: unknown): Seen => ({
  status: 'ok',
  outputs: [{ output_type: 'display_data', data: { [mediaType]: content } }]
});

describe('a label', () => {
  it.each([
    ['text/html', '<style>#T_%s_c {}</style><table id="T_%s">1</table>'],
    [
      'text/html',
      '<input id="section-1a2b3c4d-0000-4000-8000-0000000%s"><label for="section-1a2b3c4d-0000-4000-8000-0000000%s">'
    ],
    [
      'image/svg+xml',
      '<clipPath id="p00000%s"/><g clip-path="url(#p00000%s)"/>'
    ],
    [
      'image/svg+xml',
      '<image xlink:href="data:image/png;base64,AAAA" id="image00000%s"/><path id="C0_1f_00000%s"/><use xlink:href="#C0_1f_00000%s"/>'
    ],
    [
      'application/vnd.jupyter.widget-view+json',
      { model_id: '000000000000000000000000000%s' }
    ]
  ])('forgives identifiers that nobody sees in %s', (type, content) => {
    const drawn = (id: string): unknown =>
      JSON.parse(JSON.stringify(content).split('%s').join(id));
    const [a, b, c] = ['1a2b3', '4c5d6', '7e8f9'].map(id =>
      shown(type, drawn(id))
    ) as [Seen, Seen, Seen];
    expect(label(a, b, c)).toBe('same');
  });

  it('forgives how many models were shown before', () => {
    const model = (count: number): Seen =>
      shown(
        'text/html',
        `<style>#sk-container-id-${count} {}</style><div id="sk-container-id-${count}">SVC()</div>`
      );
    expect(label(model(3), model(1), model(1))).toBe('same');
  });

  it.each([
    'took 0:00:%s.5',
    '2026-11-27 14:49:%s,123 INFO read the file',
    '2026-11-27 14:49:%s.123456: I tensorflow/core',
    '<sklearn.tree...x7f1b04eca7%s>'
  ])('forgives times and addresses that tell nothing: %j', text => {
    const [a, b, c] = ['11', '22', '33'].map(part =>
      printed(text.replace('%s', part))
    ) as [Seen, Seen, Seen];
    expect(label(a, b, c)).toBe('same');
  });

  it.each(['2026-11-27 14:49:%s.123456', 'Fri Nov 27 14:49:%s UTC 2026'])(
    'forgives no moment that is all that is shown: %j',
    text => {
      const [a, b, c] = ['11', '22', '33'].map(part =>
        printed(text.replace('%s', part))
      ) as [Seen, Seen, Seen];
      expect(label(a, b, c)).toBe('random');
    }
  );

  it('forgives none that a reader sees', () => {
    const cell = (id: string): Seen => shown('text/html', `<td>T_${id}</td>`);
    expect(label(cell('1a2b3'), cell('4c5d6'), cell('7e8f9'))).toBe('random');
  });

  it('tells what comes out again from what does not', () => {
    expect(label(printed('1'), printed('1'))).toBe('same');
    expect(label(printed('1'), printed('2'))).toBe('differs');
    expect(label(printed('1'), printed('2'), printed('3'))).toBe('random');
    expect(label(printed('1'), failed("'x'"))).toBe('fails');
  });

  it('is the same for a failure that comes again', () => {
    expect(label(failed("'x'"), failed("'x'"))).toBe('same');
    expect(label(failed("'y'"), failed("'x'"))).toBe('fails');
    expect(label(failed("'y'"), printed('1'))).toBe('differs');
  });

  it('differs where the same failure leaves other values', () => {
    const leaving = (x: string): Seen => ({
      ...failed("'z'"),
      left: { wrote: ['x'], values: { x } }
    });
    expect(label(leaving('a'), leaving('b'))).toBe('differs');
  });

  it('leaves out what the failure kept the cell from writing', () => {
    const leaving = (wrote: string[], x: string): Seen => ({
      ...failed("'z'"),
      left: { wrote, values: { x } }
    });
    const before = printed('1', { wrote: ['x'], values: { x: 'a' } });
    const wrote = (seen: Seen) => withoutUnreached(seen, before).left?.wrote;
    expect(wrote(leaving(['x'], 'a'))).toEqual([]);
    expect(wrote(leaving(['x'], 'b'))).toEqual(['x']);
    expect(wrote(before)).toEqual(['x']);
  });

  it('fails where both fresh runs raise, whatever else they show', () => {
    expect(label(printed('1'), failed("'x'"), failed("'y'"))).toBe('fails');
    expect(label(printed('1'), failed("'x'"), printed('1'))).toBe('random');
  });

  it('looks at the values that the cell wrote, and at no others', () => {
    expect(label(valued('a'), valued('a'))).toBe('same');
    expect(label(valued('a'), valued('b'))).toBe('differs');
    expect(label(valued('a'), valued('b'), valued('c'))).toBe('random');
    const read = printed('1', { wrote: [], values: { x: 'b' } });
    expect(label(printed('1', { wrote: [], values: { x: 'a' } }), read)).toBe(
      'same'
    );
  });

  it('takes no account of the state of what the cell imports', () => {
    const [a, b] = [valued('a'), valued('b')];
    const seen = { recorded: a, replayed: a, fresh: [a, b] } as const;
    expect(labelOf({ ...seen, imported: new Set(['x']) })).toBe('same');
    expect(labelOf({ ...seen, imported: new Set(['y']) })).toBe('random');
  });

  it('takes the folders of the bench for the one that a restart would find', () => {
    const within = (folder: string, file = 'a.csv'): Seen =>
      printed(`'/tmp/retrace-truth-${folder}/${file}'`);
    const observed = (fresh: Seen, other: Seen) =>
      labelOf({
        recorded: within('ab_1/task-x_2/0'),
        replayed: within('cd/task-y/0'),
        fresh: [fresh, other]
      });
    expect(observed(within('e/task-z/1'), within('f/task-z/2'))).toBe('same');
    const moved = within('e/task-z/1', 'b.csv');
    expect(observed(moved, moved)).toBe('differs');
  });

  it('forgives addresses and times only where fresh runs differ in them', () => {
    const at = (address: string): Seen => printed(`<A at 0x${address}>`);
    const recorded = at('7f0000000001');
    const one = at('7f0000000002');
    expect(label(recorded, one, at('7f0000000003'))).toBe('same');
    expect(label(recorded, one)).toBe('differs');
    expect(
      label(
        printed('Wall time: 3 ms'),
        printed('Wall time: 12.1 µs'),
        printed('Wall time: 2 s')
      )
    ).toBe('same');
    const timed = (of: string, loops: string): Seen =>
      printed(`${of} ± 1 ms per loop (mean of 7 runs, ${loops} each)`);
    expect(
      label(
        timed('48 ms', '10 loops'),
        timed('135 ms', '10 loops'),
        timed('309 ms', '1 loop')
      )
    ).toBe('same');
  });
});

describe('outputs as text', () => {
  it('are equal whatever the chunks, counts and tracebacks', () => {
    const stream = (text: string | string[]) => ({
      output_type: 'stream',
      name: 'stdout',
      text
    });
    expect(textOf([stream('a'), stream(['b', 'c'])])).toBe(
      textOf([stream('abc')])
    );
    const result = (count: number) => ({
      output_type: 'execute_result',
      execution_count: count,
      data: { 'text/plain': '1' }
    });
    expect(textOf([result(1)])).toBe(textOf([result(7)]));
    expect(textOf([result(1)])).not.toBe(textOf([stream('1')]));
  });
});

describe('a score', () => {
  it('counts hits, misses, alarms and unknown cells', () => {
    const score = scoreOf([
      { label: 'same', said: 'same' },
      { label: 'same', said: 'differs' },
      { label: 'differs', said: 'fails' },
      { label: 'random', said: 'random' },
      { label: 'fails', said: 'same' },
      { label: 'fails', said: 'unknown' },
      { label: 'same', said: 'unknown' },
      { label: 'same', said: 'same' }
    ]);
    expect(score.precision).toBeCloseTo(2 / 3);
    expect(score.recall).toBeCloseTo(2 / 4);
    expect(score.toldRecall).toBeCloseTo(2 / 3);
    expect(score.unknown).toBeCloseTo(2 / 8);
    expect(score.alarmsPerHundred).toBeCloseTo(12.5);
    expect(score.confusion.fails).toMatchObject({ same: 1, unknown: 1 });
  });

  it('of counts flags everything from the first step back on, and edits', () => {
    const cell = (count: number | null, isEdited = false) => ({
      count,
      isEdited
    });
    expect(saidByCounts([cell(1), cell(null), cell(3, true), cell(4)])).toEqual(
      ['same', 'same', 'differs', 'same']
    );
    expect(saidByCounts([cell(2), cell(1), cell(3)])).toEqual([
      'same',
      'differs',
      'differs'
    ]);
  });
});
