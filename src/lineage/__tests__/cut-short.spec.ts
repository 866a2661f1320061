// Cells that stopped half-way: what stands below the statement at which they stopped does not count.
import { aNotebook, type Outcome } from '../../testing/run-builder';
import { told } from './told';

const stopsIn = (failedLine: number): Outcome => ({
  status: 'error',
  output: 'TypeError: no such option',
  tells: { failedLine }
});

/** What becomes of a cell that stopped when the one above it has been edited. */
function judged(above: string, edited: string, source: string, line: number) {
  const notebook = aNotebook()
    .cell('a', above)
    .cell('b', source)
    .run('a')
    .run('b', null, stopsIn(line))
    .edit('a', edited);
  return told(notebook)[1]?.split(' ')[1];
}

describe('a cell that stopped', () => {
  it.each([
    ['x = 1', 'x = 2', 'print(x)'],
    ['x = []', 'x = [1]', 'x.append(2)\nprint(x)'],
    ['import random\nrandom.seed(1)', 'import random', 'random.random()'],
    ['import os\nos.chdir("p")', 'import os', 'open("q").read()']
  ])(
    'hangs on nothing that stands below: %s, then %s',
    (above, edited, below) => {
      expect(judged(above, edited, `int(o=1)\n${below}`, 1)).toBe('same');
      expect(judged(above, edited, `${below}\nint(o=1)`, 9)).not.toBe('same');
    }
  );

  it('counts lines from the first that holds something', () => {
    const source = '\n \nint(o=1)\nprint(x)';
    expect(judged('x = 1', 'x = 2', source, 1)).toBe('same');
    expect(judged('x = 1', 'x = 2', source, 2)).toBe('differs');
  });

  it.each([
    ['with open("q") as f:\n  print(x)', 1],
    ['with open(\n  "q"\n) as f:\n  print(x)\nprint(x)', 2],
    ['with p as f:\n  int(o=1)\n  print(x)', 2],
    ['if int(o=1):\n  print(x)\nelse:\n  print(x)', 1],
    ['if p:\n  with int(o=1):\n    print(x)\n  print(x)', 2]
  ])('hangs on nothing below in a block: %j', (source, line) => {
    expect(judged('x = 1\np = 1', 'x = 2\np = 1', source, line)).toBe('same');
  });

  it.each([
    ['with open("q"): int(o=1); print(x)', 1],
    ['try:\n  int(o=1)\nfinally:\n  print(x)', 2],
    ['for one in [1]:\n  int(o=1)\n  print(x)\ny = 1', 2],
    ['y = 1; int(o=1); print(x)\ny = 2', 1],
    ['int(\n  o=1,\n  p=x\n)\ny = 2', 2],
    ['%%time\nint(o=1)\nprint(x)', 1]
  ])('hangs on the whole statement in which it stopped: %j', (source, line) => {
    expect(judged('x = 1', 'x = 2', source, line)).toBe('differs');
  });

  it('shows the same whatever was edited below', () => {
    const notebook = aNotebook()
      .cell('a', 'n = 1')
      .cell('b', 'int(option=n)\nprint(1)\nz = 1')
      .run('a')
      .run('b', null, stopsIn(1))
      .edit('b', 'int(option=n)\nprint(2)');
    expect(told(notebook)[1]).toBe('b same');
  });

  it('may go on where what it saw is another', () => {
    expect(judged('n = 1', 'n = 2', 'int(o=n)\nprint(m)', 1)).toBe('fails');
  });

  it('is not taken to stop where the same went on once', () => {
    const notebook = aNotebook()
      .cell('a', 'n = 1')
      .cell('b', 'int(option=n)\nprint(m)')
      .run('a')
      .run('b', null, stopsIn(1))
      .console('m = 1')
      .run('b', null, { output: '1' });
    expect(told(notebook)[1]).toContain('b fails');
  });
});
