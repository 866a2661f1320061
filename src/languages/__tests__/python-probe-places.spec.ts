// Where objects lie, read as one row of memory or one by one: what the probe tells is the same. Needs the venv.
import {
  hasKernel,
  install,
  reportOf,
  scopeOfProbe,
  session,
  textOf
} from './probe-session';

const inKernel = hasKernel ? describe : describe.skip;

const prepared = `scope = ${scopeOfProbe}`;

/** Each row leads from one object to names, in a way of its own. */
const cells = [
  'a = [1]; same = a; held = [0, a]; under = {"k": a}; pair = (a, 2); far = [[a]]; apart = [[1]]',
  'many = [[n] for n in range(300)]; first = many[0]; large = list(range(5000)); count = 1; text = "t"',
  'a.append(2)',
  'first.append(2)',
  'class Box: pass\nbox = Box(); box.kept = a\nfor n in range(200): globals()["row%d" % n] = [n, a if n == 150 else n]',
  'a.append(3)',
  'del held, pair, count; text = 5; count = [7]',
  'under, apart = apart, under',
  'globals()[1] = 2; a.append(4); globals().pop(1)',
  'import random; own = random.Random(3); rolled = random.random()',
  'rolled = own.random()',
  'random.gauss(0, 1)',
  'random.gauss(0, 1)',
  'same.append(5)',
  'for n in range(200): globals()["table%d" % n] = {"n": n}',
  'globals()["table%d" % 7]["late"] = a; globals()["row%d" % 9].append(a)',
  'a.append(6)',
  'def late():\n    global text\n    text = random.Random(9)',
  'count = 3',
  'late()',
  'count = 4',
  'text.random()',
  'more = 1; del rolled',
  'for n in range(900): globals()["far%d" % n] = n',
  'count = 5; late = 6',
  'far899 = 7; del far0, far899; last = 8',
  'text.random(); count = 6'
];

inKernel('where objects lie', () => {
  const silently = (code: string) => ({ code, silent: true });
  const told = (before: string) =>
    session([install, silently(prepared), silently(before), ...cells])
      .slice(3)
      .map(reportOf)
      .map(({ report }) => ({
        bound: report.bound,
        rebound: report.rebound,
        deleted: report.deleted,
        changed: report.changed,
        unchanged: report.unchanged,
        shared: report.shared,
        types: report.types,
        streams: Object.keys(report.streams ?? {})
      }));

  const atOnce = hasKernel ? told('pass') : [];

  it('is told the same where memory cannot be read', () => {
    expect(told('scope["read_row"] = None')).toEqual(atOnce);
  });

  it('is told the same where a dict has no version', () => {
    expect(told('scope["version_of"] = None')).toEqual(atOnce);
  });

  it('is told the same where the table of a namespace cannot be read', () => {
    expect(
      told('scope["HAS_KNOWN_TABLES"] = False; scope["tables"]["of"] = None')
    ).toEqual(atOnce);
  });

  it('is looked up again when something came between two cells', () => {
    const found = session([
      install,
      'first = [1]; other = first',
      silently('late = first; del other'),
      'first.append(2)',
      '1 + 1',
      silently('import random; late = random.Random(3)'),
      'late.random()'
    ]);
    const [, after, , last] = [1, 3, 4, 6].map(
      at => reportOf(found[at]).report
    );
    expect(after).toMatchObject({ bound: [], rebound: [], deleted: [] });
    expect(after?.changed).toEqual(['first', 'late']);
    expect(last).toMatchObject({ bound: [], rebound: [] });
    expect(Object.keys(last?.streams ?? {})).toEqual(['late']);
  });

  it('leads to other names of a value, to what holds it, and to what holds many things', () => {
    const changed = atOnce.map(report => report.changed ?? []);
    expect(changed[2]).toEqual(
      expect.arrayContaining(['a', 'held', 'pair', 'same', 'under'])
    );
    expect(changed[2]).not.toContain('apart');
    expect(changed[3]).toEqual(['first', 'many']);
    expect(changed[5]).toEqual(expect.arrayContaining(['box', 'row150']));
    expect(changed[5]).not.toContain('row149');
    // Nobody has read these since they came to hold it.
    expect(changed[16]).toEqual(expect.arrayContaining(['row9', 'table7']));
    expect(changed[16]).not.toContain('table8');
    expect(atOnce[2]?.shared).toContainEqual(['a', 'same']);
  });

  it('tells what is new, what stands for something else, and what is gone', () => {
    expect(atOnce[6]).toMatchObject({
      bound: [],
      rebound: ['count', 'text'],
      deleted: ['held', 'pair']
    });
  });

  it('tells of each draw, also of one that only takes a number that waits', () => {
    expect(atOnce.slice(9, 13).map(report => report.streams)).toEqual([
      ['random'],
      ['own'],
      ['random'],
      ['random']
    ]);
    // Also of a stream that a function put under a name.
    expect([21, 26].map(at => atOnce[at]?.streams)).toEqual([
      ['text'],
      ['text']
    ]);
  });

  it('leaves no gap while a cell runs, and holds nothing between two cells', () => {
    const found = session([
      install,
      silently(prepared),
      'len(scope["fillers"]) > 0',
      silently('scope["between"] = len(scope["fillers"])'),
      'scope["between"]'
    ]);
    expect(textOf(found[2])).toBe('True');
    expect(textOf(found[4])).toBe('0');
  });

  it('is one row in memory in this Python, which a trial shows', () => {
    const found = session([
      install,
      silently(prepared),
      '(scope["read_row"] is not None, scope["spots_of"]((a := [1], 2, a)) == scope["one_by_one"]((a, 2, a)))',
      silently(
        'scope["between"] = scope["version_of"](globals()) == scope["last_view"]["version"]'
      ),
      'scope["between"]'
    ]);
    expect(textOf(found[2])).toBe('(True, True)');
    // Between two cells nobody touches the namespace, so that the next one finds what the last one left.
    expect(textOf(found[4])).toBe('True');
  });

  it('is read without an event that anybody could hear, who would change the namespace meanwhile', () => {
    const found = session([
      [
        'import sys; heard, grown = [], {"grown%d" % n: n for n in range(200000)}',
        'def hook(event, args):',
        '    if event.startswith("ctypes.") and heard:',
        '        heard.append(event)',
        '        globals().update(grown)',
        'sys.addaudithook(hook)'
      ].join('\n'),
      install,
      'for n in range(20000): globals()["name%d" % n] = n',
      silently('heard.append("begun")'),
      'first = 1',
      'second = 2; del name1',
      'heard'
    ]);
    expect(
      found.slice(4, 6).map(messages => reportOf(messages).report)
    ).toEqual([
      expect.objectContaining({ bound: ['first'], deleted: [] }),
      expect.objectContaining({ bound: ['second'], deleted: ['name1'] })
    ]);
    expect(textOf(found[6])).toBe("['begun']");
  });

  it('is read from the table of the namespace in this Python, also after names were taken out of it', () => {
    const isRead =
      '(last := scope["tables"]["last"]) is not None and len(last.gaps)';
    const found = session([
      install,
      silently(prepared),
      'gap = 1; after = 2',
      isRead,
      'del gap',
      isRead
    ]);
    const [before, after] = [found[3], found[5]].map(textOf).map(Number);
    expect(after).toBe((before ?? NaN) + 1);
  });
});
