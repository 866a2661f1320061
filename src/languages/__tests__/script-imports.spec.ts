import { renderPython } from '../python-script/render';
import { planOf } from '../../testing/plans';

const REQUIRES = ['numpy', 'pandas', 'matplotlib', 'scikit-learn'].map(
  name => ({ name, version: '1.0' })
);

/** The statements at the top of the script, those of the set-up left out. */
function moved(...sources: string[]): string[] {
  const script = renderPython(planOf(sources, { requires: REQUIRES }));
  const head = script.slice(0, script.indexOf('\n# %% cell'));
  return head
    .split('\n')
    .filter(
      line => /^(?:import|from) /.test(line) && !line.includes('_retrace')
    );
}

it('moves imports of known modules to the top, each once, in their order', () => {
  expect(
    moved(
      'import numpy as np, os\nfrom sklearn.svm import (\n  SVC)',
      'import pandas as pd  # tables\nimport numpy as np, os\nx = 1'
    )
  ).toEqual([
    'import numpy as np, os',
    'from sklearn.svm import (',
    'import pandas as pd'
  ]);
});

it('takes them out of their cells', () => {
  const script = renderPython(planOf(['import os\nx = 1', 'import os']));
  expect(script).toContain('\n# %% cell 1 [1] 2026-11-21 10:00:03\nx = 1\n');
  expect(script).toContain('10:00:03\n# Its imports are at the top.\n');
});

it('puts what Python wants first before everything else', () => {
  const script = renderPython(
    planOf(['import os\nfrom __future__ import annotations\nx: y = 1'])
  );
  const code = script.split('\n').filter(line => line && !line.startsWith('#'));
  expect(code[0]).toBe('from __future__ import annotations');
  expect(script.split('__future__')).toHaveLength(2);
});

it.each([
  ['a module of the user', ['import mymodule']],
  ['a relative import', ['from . import a']],
  ['a star import', ['from numpy import *']],
  [
    'an import in a block',
    ['try:\n    import numpy\nexcept ImportError: pass']
  ],
  ['an import beside other statements', ['import os; os.getcwd()']],
  ['what follows a change of the path', ['sys.path.insert(0, "x")\nimport os']],
  [
    'what follows a change of the environment',
    ['x.environ["A"] = "1"', 'import os']
  ],
  [
    'what follows the choice of a backend',
    ['x.use()\nmatplotlib.use("Agg")', 'import os']
  ],
  [
    'what follows a change of the warnings',
    ['warnings.simplefilter("x")', 'import os']
  ],
  ['what follows a shell line', ['!make', 'import os']],
  [
    'what follows a file that is written',
    ['%%writefile os.py\nx', 'import os']
  ],
  ['what follows a star import', ['from numpy import *', 'import os']],
  ['what follows %reset', ['%reset -f', 'import os']],
  ['a name that is bound again', ['import os', 'os = 1']],
  ['a name that a loop binds', ['import os', 'for os in x: pass']],
  [
    'a name that a function binds again',
    ['import os', 'def f():\n    global os\n    os = 1']
  ],
  ['a name that is deleted', ['import os', 'del os']],
  ['a name with two meanings', ['from os import path', 'from sys import path']],
  ['a name that is used before', ['print(pow(2, 3))', 'from math import pow']],
  ['an import in a cell magic', ['%%time\nimport os']],
  ['an import in a string', ['x = """\nimport os\n"""']],
  ['what the set-up replaces', ['from matplotlib.pyplot import show']],
  ['modules that print when imported', ['import this']]
])('leaves %s where it is', (_, sources) => {
  expect(moved(...sources)).toEqual([]);
});

it('is not stopped by what no import can see', () => {
  const magics =
    '%matplotlib inline\n%load_ext x\n%pip install y\n!pip install z\nx?';
  expect(moved(magics, 'import os')).toEqual(['import os']);
});
