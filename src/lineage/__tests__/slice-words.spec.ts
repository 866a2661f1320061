// Words in texts and comments that look like code add nothing to a slice, and code that is laid out otherwise counts.
import { aNotebook } from '../../testing/run-builder';
import { sliceOfLast } from './slices';

/** Which of the sources, run in this order, are in the slice of the last one: counted from 0. */
function kept(...sources: readonly string[]): number[] {
  let notebook = aNotebook();
  sources.forEach((source, index) => {
    const isLast = index === sources.length - 1;
    notebook = notebook
      .cell(`c${index}`, source)
      .run(`c${index}`, null, isLast ? { output: '1' } : {});
  });
  const { steps } = sliceOfLast(notebook);
  return steps.map(({ sequence }) => sequence - 1);
}

it.each([
  [
    'folders of which a text speaks',
    ['import os', 'os.makedirs("out")', 'print("does it exist? it exists")'],
    [2]
  ],
  [
    'questions to a cache in a text',
    [
      'from functools import cache',
      '@cache\ndef f(x): return x',
      'f(1)',
      'print("f. cache_info ()", f(2))'
    ],
    [0, 1, 3]
  ],
  [
    'where modules are looked for, which a text and a remainder have nothing to do with',
    ['import sys', 'sys.path.append("a")', 'print("import %d" % 3)'],
    [2]
  ],
  [
    'a setting in a text of many lines',
    ['import numpy as np', 's = """\nnp . seterr (1)"""', 'print(np.sqrt(2))'],
    [0, 2]
  ]
])('leaves out %s', (_, sources, expected) => {
  expect(kept(...sources)).toEqual(expected);
});

it.each([
  [
    'what code changed by a program that it started',
    ['import os', 'os.system("mkdir out")', 'open("out/a.csv", "w")'],
    [0, 1, 2]
  ],
  [
    'a setting behind another statement',
    ['import numpy as np', 'k = 1; np.seterr(1)', 'print(np.sqrt(2))'],
    [0, 1, 2]
  ],
  [
    'calls that changed a default, whatever its parameter is said to be',
    [
      'def f(x, seen: list = []):\n    seen.append(x)\n    return seen',
      'f(1)',
      'print(f(2))'
    ],
    [0, 1, 2]
  ],
  [
    'changes through a view behind another statement',
    [
      'import numpy as np',
      'x = np.zeros(4)',
      'y = x.ravel(); y[0] = 1',
      'print(x)'
    ],
    [0, 1, 2, 3]
  ],
  [
    'what a decorator counts on a line of its own',
    [
      'def counted(f):\n    n = [0]\n    def g(x):\n        n[0] = n[0] + 1; return f(x), n[0]\n    return g',
      '@counted\ndef f(x): return x',
      'f(1)',
      'print(f(2))'
    ],
    [0, 1, 2, 3]
  ]
])('keeps %s', (_, sources, expected) => {
  expect(kept(...sources)).toEqual(expected);
});
