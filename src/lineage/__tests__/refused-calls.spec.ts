// What is handed to a call that Python refuses does not show: the call is refused whatever the value.
import { analysePython } from '../../analysis';
import { aNotebook } from '../../testing/run-builder';
import { forecast } from '..';

/** What becomes of a cell that showed a figure and then stopped. */
function told(source: string, output: string): string | undefined {
  const { document, runs } = aNotebook()
    .cell(
      'a',
      'import random\nx = random.random()\ny = [1]\ndef own(n): print(n)'
    )
    .cell('b', source)
    .run('a')
    .run('b', null, { status: 'error', output })
    .build();
  const [history] = runs;
  const shown = history && {
    ...history,
    executions: history.executions.map(one =>
      one.status === 'error' ? { ...one, outputCount: 2 } : one
    )
  };
  const input = { document, runs: shown ? [shown] : [] };
  return forecast({ ...input, analyse: analysePython }).cells[1]?.verdict;
}

const MISSING = "TypeError: bar() missing 1 required positional argument: 'x'";

it.each([
  ['plt.figure()\nplt.bar(left=y, height=x)', MISSING],
  ['plt.figure()\nbars = plt.bar(left=y, height=x)', MISSING],
  ['print(y)\nbar(left=y, height=x)', MISSING],
  [
    'print(y)\nax.bar(y, up=x)',
    "TypeError: Axes.bar() got an unexpected keyword argument 'up'"
  ],
  [
    'print(y)\nobj.bar(y, x)',
    'TypeError: Thing.bar() takes 1 positional argument but 3 were given'
  ]
])('%j, ended by %j, comes out again', (source, output) => {
  expect(told(source, output)).toBe('same');
});

it.each([
  ['print(x)\nplt.bar(left=y, height=x)', MISSING],
  ['plt.bar(y, x)\nplt.bar(left=y, height=x)', MISSING],
  ['plt.bar(left=y, height=f(x))', MISSING],
  ['for one in [x]:\n    print(one)\n    plt.bar(left=one)', MISSING],
  ['print(y)\nplt.bar(y, x)', 'TypeError: bar sizes do not fit'],
  ['print(y)\nplt.other(left=y, height=x)', MISSING],
  ['print(y)\nown(x)', 'TypeError: own() takes no arguments'],
  ['print(y)\nplt.bar(left=y, height=random.random())', MISSING]
])('%j, ended by %j, does not', (source, output) => {
  expect(told(source, output)).toBe('random');
});
