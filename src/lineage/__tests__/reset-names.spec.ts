// Names that functions set before anybody reads them.
import { analysePython } from '../../analysis';
import { aNotebook, type RunBuilder } from '../../testing/run-builder';
import { forecast } from '..';

function told(notebook: RunBuilder): readonly string[] {
  const input = { ...notebook.build(), analyse: analysePython };
  return forecast(input).cells.map(({ verdict }) => verdict);
}

/** A cell that defines functions, one that draws and leaves what it drew, and one that is looked at. */
function after(definitions: string, use: string): string | undefined {
  const notebook = aNotebook();
  const sources = [`import random\n${definitions}`, 'start(random.random())'];
  [...sources, use].forEach((source, index) => {
    const id = 'abc'[index] ?? '';
    notebook.cell(id, source).run(id, null, { output: source });
  });
  return told(notebook)[2];
}

const step = 'def step():\n    state.append(1)\n    return state\n';

describe('a global that a function sets', () => {
  it.each([
    ['def start(x):\n    global state\n    state = [x]\n    step()\n', ''],
    [
      'def start(x):\n    "Says what it does."\n    global state, count\n    count = 0\n    state = [x]\n    return step()\n',
      ''
    ]
  ])('is not read as it was before: %s', definitions => {
    expect(after(step + definitions, 'print(start(2))')).toBe('same');
  });

  it.each([
    [
      'first another function reads it',
      'def start(x):\n    global state\n    state = list(state)\n    state = [x]\n'
    ],
    [
      'one that it calls reads it',
      'def start(x):\n    global state\n    step()\n    state = [x]\n'
    ],
    [
      'it may not get there',
      'def start(x):\n    global state\n    if x > 1:\n        state = [x]\n    step()\n'
    ],
    [
      'it adds to it',
      'def start(x):\n    global state\n    state += [x]\n    step()\n'
    ]
  ])('counts as it was where %s', (_what, definitions) => {
    const source = `state = []\n${step}${definitions}`;
    expect(after(source, 'print(start(2))')).toBe('random');
  });

  it('counts as it was where the cell gets to it by another way', () => {
    const start = 'def start(x):\n    global state\n    state = [x]\n';
    expect(after(step + start, 'step()\nprint(start(2))')).toBe('random');
    expect(after(step + start, 'start(2)\nprint(state)')).toBe('random');
    expect(after(step + start, 'print(state)')).toBe('random');
  });
});
