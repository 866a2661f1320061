// retrace slice: what a result came from, as a script, a notebook and a plan.
import { PRINTED, retrace, savedNotebook } from './terminal';

const cells = [
  { id: 'a', type: 'code', source: 'x = 5' },
  { id: 'b', type: 'code', source: 'unused = 2' },
  { id: 'c', type: 'code', source: 'print(x)' },
  { id: 'never', type: 'code', source: '1' }
];

const history = {
  format: 'retrace-history',
  version: 1,
  notebook: { path: 'a.ipynb', cells },
  runs: [
    {
      kernel: { name: 'python3', language: 'python' },
      executions: [
        ['a', 'x = 1', 'ok', ''],
        ['b', 'unused = 2', 'ok', ''],
        ['c', 'print(x)', 'ok', '1\n'],
        ['a', 'x = 5', 'ok', ''],
        ['c', 'print(x)', 'ok', '5\n'],
        ['c', 'print(x)', 'aborted', '']
      ].map(([cellId, source, status, text], index) => ({
        sequence: index + 1,
        cellId,
        executionCount: status === 'ok' ? index + 1 : null,
        source,
        status,
        outputs: text ? [{ output_type: 'stream', name: 'stdout', text }] : []
      }))
    }
  ]
};

const slice = (...args: readonly string[]) =>
  retrace(['slice', 'h.json', ...args], { 'h.json': history });

function sequencesOf(...args: readonly string[]): number[] {
  const { out } = slice('--format', 'json', ...args);
  const { steps }: { steps: { sequence: number }[] } = JSON.parse(out);
  return steps.map(({ sequence }) => sequence);
}

describe('the target', () => {
  it('is the last finished execution of the cell', () => {
    expect(sequencesOf('--target', 'c')).toEqual([4, 5]);
  });

  it('is the execution that was named', () => {
    expect(sequencesOf('--target', 'c', '--execution', '3')).toEqual([1, 3]);
  });

  it('may be the count in a saved notebook', () => {
    const saved = savedNotebook([
      { id: 'a', source: 'x = 1', count: 4 },
      { id: 'b', source: 'print(x)', count: 7 }
    ]);
    const said = retrace(
      ['slice', 'a.ipynb', '--target', 'b', '--execution', '7'],
      { 'a.ipynb': saved }
    );
    expect(said.code).toBe(0);
    expect(said.out).toContain('x = 1');
  });

  it.each([
    [[], 'No cell was named'],
    [['--target', 'x'], 'There is no cell with the id “x”'],
    [['--target', 'never'], 'The cell “never” has not run'],
    [['--target', 'c', '--execution', '4'], 'has no execution 4'],
    [['--target', 'c', '--execution', 'last'], '“last” is not the number'],
    [['--target', 'c', '--format', 'xml'], 'The format is one of']
  ])('is refused where there is none: %j', (args, reason) => {
    const said = slice(...args);
    expect(said.code).toBe(2);
    expect(said.out).toBe('');
    expect(said.err).toContain(reason);
  });
});

describe('what is written', () => {
  it('is a script by default', () => {
    const { code, out } = slice('--target', 'c');
    expect(code).toBe(0);
    expect(out).toContain('\nx = 5\n');
    expect(out).toContain('\nprint(x)\n');
    expect(out).not.toContain('unused');
  });

  it('is a notebook of format 4.5 with the recorded outputs', () => {
    const { out } = slice('--target', 'c', '--format', 'ipynb');
    expect(JSON.parse(out)).toMatchObject({
      nbformat: 4,
      nbformat_minor: 5,
      metadata: { kernelspec: { name: 'python3', language: 'python' } },
      cells: [
        {
          cell_type: 'code',
          id: 'a',
          execution_count: 4,
          source: ['x = 5'],
          outputs: []
        },
        {
          id: 'c',
          execution_count: 5,
          source: ['print(x)'],
          outputs: [{ output_type: 'stream', name: 'stdout', text: '5\n' }]
        }
      ]
    });
  });

  it('is a plan that tells what was left out and why', () => {
    const plan = JSON.parse(slice('--target', 'c', '--format', 'json').out);
    expect(plan.target).toMatchObject({ cellId: 'c', sequence: 5 });
    expect(plan.steps[0]).toMatchObject({
      executionId: 'run-1/4',
      sequence: 4,
      cellId: 'a',
      source: 'x = 5'
    });
    expect(
      plan.omitted.map(
        ({ sequence, reason }: { sequence: number; reason: string }) => [
          sequence,
          reason
        ]
      )
    ).toContainEqual([6, 'not-run']);
    expect(plan.warnings).toContainEqual(
      expect.objectContaining({ kind: 'no-environment' })
    );
  });

  it('goes through a formatter when asked to, and stays as it is where none is there', () => {
    const text = 'print(5)\n';
    const answer = JSON.stringify({ retrace_tidy: { text, tool: 'ruff 1' } });
    const args = ['slice', 'a.ipynb', '--target', 'a'];
    const saved = savedNotebook([{ id: 'a', source: 'print( 5 )', count: 1 }]);
    const files = { 'a.ipynb': saved };
    const plain = retrace(args, files);
    expect(plain.out).toContain('print( 5 )');
    const asked = [...args, '--tidy'];
    const made = retrace(asked, { ...files, [PRINTED]: answer });
    expect(made).toMatchObject({ code: 0, out: text, err: '' });
    expect(retrace(asked, files)).toMatchObject({
      code: 0,
      out: plain.out,
      err: expect.stringContaining('The script is not formatted: ')
    });
  });

  it('is refused as a script of a language that has none', () => {
    const metadata = { kernelspec: { name: 'julia-1', language: 'julia' } };
    const saved = savedNotebook([{ id: 'a', source: 'x <- 1', count: 1 }], {
      metadata
    });
    const said = retrace(['slice', 'a.ipynb', '--target', 'a'], {
      'a.ipynb': saved
    });
    expect(said.code).toBe(2);
    expect(said.err).toContain('cannot write scripts for the language “julia”');
  });
});
