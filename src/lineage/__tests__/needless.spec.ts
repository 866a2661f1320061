// Names that a body mentions and did without, bound by a cell that never ran.
import { analysePython } from '../../analysis';
import { aNotebook } from '../../testing/run-builder';
import { forecast } from '..';

/** What becomes of a cell that ran before anybody bound `k`, which a fresh run binds first. */
function told(
  body: string,
  source: string,
  status: 'ok' | 'error' = 'ok'
): string | undefined {
  const output = status === 'ok' ? '1' : "NameError: name 'k' is not defined";
  const notebook = aNotebook()
    .cell('k', 'k = 5')
    .cell('a', body)
    .cell('b', source)
    .run('a')
    .run('b', null, { status, output });
  const input = { ...notebook.build(), analyse: analysePython };
  return forecast(input).cells[2]?.verdict;
}

it.each([
  ['def f(x):\n  return k if x else g(x)\ndef g(x): return 1', 'print(f(0))'],
  ['x = 0', 'if x > 1: print(k)\nelse: print(x)'],
  ['x = 0', 'if x > 1: print(k)\nelse: print("try", x)'],
  [
    'class A:\n  def __init__(self): self.x = 1\n  def __len__(self): return 3\n  def __repr__(self): return k',
    'x = A()\nlen(x)'
  ]
])('are not needed by what went well without them: %j', (body, source) => {
  expect(told(body, source)).toBe('same');
});

it.each([
  ['def f():\n  try:\n    return k\n  except NameError:\n    return 1', 'f()'],
  ['def f():\n  return globals().get("k", 1)', 'print(f())'],
  ['def f():\n  yield k', 'x = f()'],
  ['def f(x):\n  return k', 'x = (f(n) for n in [1])'],
  ['x = 0', 'try: print(k)\nexcept NameError: print(x)']
])('may be needed where code goes on without them: %j', (body, source) => {
  expect(told(body, source)).not.toBe('same');
});

it('are needed where the cell stopped for them', () => {
  expect(told('def f():\n  return k', 'print(f())', 'error')).not.toBe('same');
});
