// Scripts are run by a real Python. Skipped where there is none; what needs libraries uses those of the development
// environment and is skipped where they are missing.
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import type { ScriptPlan } from '../../lineage';
import { asCellId, asRunId, executionIdOf, hashOf } from '../../model';
import { recordFor } from '../../testing/export-record';
import { exporters } from '..';

const VENV = resolve(
  '.venv',
  process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python'
);
const PYTHON = existsSync(VENV) ? VENV : 'python3';

/** True when Python runs and has all these modules. */
function has(...modules: string[]): boolean {
  const code = `import importlib.util as u, sys; sys.exit(not all(map(u.find_spec, ${JSON.stringify(modules)})))`;
  return spawnSync(PYTHON, ['-c', code]).status === 0;
}

const hasPython = has();
const hasLibraries =
  hasPython && has('numpy', 'pandas', 'matplotlib', 'sklearn', 'IPython');
const withPython = hasPython ? it : it.skip;
const withLibraries = hasLibraries ? it : it.skip;

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'retrace-script-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

type Step = ScriptPlan['steps'][number];

function planOf(
  sources: readonly string[],
  failed: readonly number[] = []
): ScriptPlan {
  const steps = sources.map((source, index): Step => ({
    executionId: executionIdOf(asRunId('r'), `${index}`),
    sequence: index + 1,
    cellId: asCellId(`c${index}`),
    cellIndex: index,
    executionCount: index + 1,
    startedAt: '2026-11-21T10:00:03.250Z',
    sourceHash: hashOf(source),
    source,
    status: failed.includes(index) ? 'error' : 'ok'
  }));
  return {
    language: 'python',
    notebookPath: 'study.ipynb',
    runId: 'r',
    runNumber: 1,
    openedAt: '2026-11-21T09:59:00.000Z',
    steps,
    omitted: [],
    requires: [{ name: 'numpy', version: '2.4.6' }],
    environment: null,
    warnings: []
  };
}

type Outcome = {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
};

function runPlan(plan: ScriptPlan): Outcome {
  const [file] = exporters[0]!.render(plan, recordFor(plan));
  const path = join(folder, file!.name);
  writeFileSync(path, file!.content);
  return spawnSync(PYTHON, [path], { cwd: tmpdir(), encoding: 'utf8' });
}

function run(...sources: string[]): Outcome {
  return runPlan(planOf(sources));
}

function expectOutput(
  { status, stdout, stderr }: Outcome,
  expected: string
): void {
  expect({ status, stdout, stderr: status === 0 ? '' : stderr }).toEqual({
    status: 0,
    stdout: expected,
    stderr: ''
  });
}

withPython('a script prints the values that the notebook showed', () => {
  const outcome = run(
    'x = {"a": [1.5, None], "b": "it\'s"}\nx',
    'None',
    '"text"',
    'print("said"); x["a"], 2',
    'x;'
  );
  expectOutput(
    outcome,
    "{'a': [1.5, None], 'b': \"it's\"}\n'text'\nsaid\n([1.5, None], 2)\n"
  );
});

withPython('names of cells that await are there in the cells after', () => {
  const outcome = run(
    'import asyncio\nasync def f():\n    await asyncio.sleep(0)\n    return 3',
    'x = await f()\nx',
    'y = [await f() for _ in range(2)]',
    'x, y'
  );
  expectOutput(outcome, '3\n(3, [3, 3])\n');
});

withPython('a cell that used up an iterator ends with the same error', () => {
  const sources = [
    'stream = (n for n in range(2))',
    'list(stream)',
    'import asyncio\nasyncio.get_running_loop()\nnext(stream)'
  ];
  const outcome = runPlan(planOf(sources, [2]));
  expectOutput(outcome, '[0, 1]\n');
  expect(outcome.stderr).toBe('[cell 3 [3]: StopIteration]\n');
});

withPython(
  'a cell that failed fails here too, is named, and does not end the script',
  () => {
    const plan = planOf(['x = 1\nx / 0', 'y = (', 'x'], [0, 1]);
    const outcome = runPlan(plan);
    expectOutput(outcome, '1\n');
    expect(outcome.stderr).toContain(
      '[cell 1 [1]: ZeroDivisionError: division by zero]'
    );
    expect(outcome.stderr).toContain('[cell 2 [2]: SyntaxError');
  }
);

withPython('files are found beside the script, wherever it is started', () => {
  writeFileSync(join(folder, 'data.txt'), 'beside');
  expectOutput(run('print(open("data.txt").read())'), 'beside\n');
});

withPython('magics and shell lines do what they did', () => {
  const outcome = run(
    "%%writefile part.py\nimport sys\nvalue = sys.argv[1]\nwith_quotes = '''\\n'''",
    '%run part.py "a b"\nvalue, with_quotes',
    'names = !echo one && echo {value}\nnames',
    '!echo $value',
    '%%capture said\nprint("hidden")\n1',
    'said.stdout',
    '%time value * 2',
    '%timeit other = 1\n"other" in globals()',
    '%env STUDY=7',
    '%%time\n_',
    "%%bash\necho $STUDY \"'''\""
  );
  expectOutput(
    outcome,
    [
      'Writing part.py',
      "('a b', '\\n')",
      "['one', 'a b']",
      'a b',
      "'hidden\\n'",
      "'a ba b'",
      'False',
      'env: STUDY=7',
      'False',
      "7 '''",
      ''
    ].join('\n')
  );
});

withPython('floats have the digits that %precision asks for', () => {
  const outcome = run(
    '%precision 3',
    '{"a": [2 / 3, 1], "b": 1e-9}',
    '%precision\n2 / 3'
  );
  expectOutput(
    outcome,
    "'%.3f'\n{'a': [0.667, 1], 'b': 0.000}\n0.6666666666666666\n"
  );
});

withPython(
  'a magic that has no translation stops the script with a sentence',
  () => {
    const { status, stdout, stderr } = run(
      'print("before")',
      '%foo bar',
      'print("after")'
    );
    expect(status).not.toBe(0);
    expect(stdout).toBe('before\n');
    expect(stderr).toContain(
      'RuntimeError: Cell 2 [2] used %foo bar, which Retrace cannot translate.'
    );
  }
);

withPython('text that would harm a script keeps its meaning', () => {
  const block = '# /// script\n# dependencies = ["evil"]\n# ///';
  const outcome = run(
    `x = """${block}\n"""\n${block}\nx`,
    '# -*- coding: latin-1 -*-\n"é\u2028"',
    'a = "\ud83d\ude00"\r\nlen(a)',
    '%%capture\nt = """\n  kept\n"""',
    't',
    'def show(x): pass\nshow(1)\n_retrace_show = 5\n_retrace_show'
  );
  expectOutput(
    outcome,
    [
      `'${block.replace(/\n/g, '\\n')}\\n'`,
      "'é\\u2028'",
      '1',
      "'\\n  kept\\n'",
      '5',
      ''
    ].join('\n')
  );
});

withPython(
  'its metadata is valid and stands alone, by the reference pattern of PEP 723',
  () => {
    const plan = {
      ...planOf(['"""\n# /// script\n# ///\n"""']),
      notebookPath: 'a"\n\\é\u2028\ud83d\ude00.ipynb'
    };
    const [file] = exporters[0]!.render(plan, recordFor(plan));
    const path = join(folder, 'script.py');
    writeFileSync(path, file!.content);
    const code = `
import re, json
pattern = r"(?m)^# /// (?P<type>[a-zA-Z0-9-]+)$\\s(?P<content>(^#(| .*)$\\s)+)^# ///$"
found = list(re.finditer(pattern, open(${JSON.stringify(path)}, encoding="utf-8").read()))
text = "".join(line[2:] if line.startswith("# ") else line[1:] for line in found[0]["content"].splitlines(keepends=True))
try:
    import tomllib
    notebook = tomllib.loads(text)["tool"]["retrace"]["notebook"]
except ImportError:
    notebook = None
print(json.dumps([len(found), found[0]["type"], notebook]))`;
    const { stdout } = spawnSync(PYTHON, ['-c', code], { encoding: 'utf8' });
    const [count, type, notebook] = JSON.parse(stdout);
    expect([count, type]).toEqual([1, 'script']);
    expect([null, plan.notebookPath]).toContain(notebook);
  }
);

withLibraries(
  'without IPython values have the layout that IPython gives them',
  () => {
    const values = [
      'list(range(40))',
      '{"key" * i: ["value" * i] * i for i in range(5)}',
      '[np.eye(2), {"a": np.eye(3)}]',
      '(np.arange(3),), {frozenset("abc"): {3, 1, 2}}',
      'list(range(1200))',
      '{str(i): {str(j): "x" * 20 for j in range(4)} for i in range(3)}',
      'collections.Counter("mississippi"), collections.defaultdict(list, a=[1])',
      'collections.OrderedDict(a=1), collections.deque([1, 2])',
      'int, np.ndarray, len, [], (), set(), {}',
      'pd.DataFrame({"a": [1, 2]}), "two\\nlines"'
    ];
    const outcome = run(
      'import collections\nimport numpy as np\nimport pandas as pd\nfrom IPython.lib.pretty import pretty',
      `values = [${values.join(', ')}]`,
      'import sys\nsys.modules["IPython.lib.pretty"] = None',
      'layout = next(globals()[name] for name in globals() if name.endswith("_layout"))',
      'own = [layout(value, column=0)[0] for value in values]',
      'print([index for index, value in enumerate(values) if own[index] != pretty(value)])',
      'values[0]'
    );
    expect(outcome.stderr).toBe('');
  }
);

withLibraries(
  'figures are saved as files, one for each that the notebook showed',
  () => {
    const { status, stdout, stderr } = run(
      'import matplotlib.pyplot as plt',
      'plt.plot([1, 2])\nplt.show()\nplt.plot([2, 1]);',
      'figure, axes = plt.subplots(1, 2)\naxes[0].hist([1, 2]);'
    );
    expect([status, stdout]).toEqual([0, '']);
    expect(stderr.match(/^\[figure saved: .*\]$/gm)).toHaveLength(3);
    const png = readFileSync(
      join(folder, 'study-run-1_figures', 'figure-03.png')
    );
    expect(png.subarray(1, 4).toString()).toBe('PNG');
  }
);

withLibraries(
  'the example notebook prints what it shows',
  () => {
    const path = resolve('examples/classifier.ipynb');
    const notebook = JSON.parse(readFileSync(path, 'utf8'));
    const sources: string[] = notebook.cells
      .filter((cell: { cell_type: string }) => cell.cell_type === 'code')
      .map((cell: { source: string | string[] }) =>
        [cell.source].flat().join('')
      );
    writeFileSync(join(folder, 'sources.json'), JSON.stringify(sources));
    const own = join(folder, 'in-kernel.py');
    writeFileSync(own, IN_IPYTHON);
    const expected = spawnSync(PYTHON, [own, join(folder, 'sources.json')], {
      cwd: resolve('examples'),
      encoding: 'utf8',
      env: { ...process.env, MPLBACKEND: 'Agg' }
    });
    expect(expected.status).toBe(0);
    const chdir = `import os\nos.chdir(${JSON.stringify(resolve('examples'))})`;
    expectOutput(run(chdir, ...sources), expected.stdout);
  },
  120_000
);

/** Runs cells as a kernel does, and prints the text of what each shows. */
const IN_IPYTHON = `
import json, sys
from IPython.core.interactiveshell import InteractiveShell
import pandas
pandas.set_option("display.max_columns", 20)
shell = InteractiveShell.instance()
shell.displayhook.write_output_prompt = lambda: None
shell.displayhook.write_format_data = lambda data, metadata=None: print(data["text/plain"])
shell.displayhook.finish_displayhook = lambda: None
for source in json.load(open(sys.argv[1])):
    result = shell.run_cell(source, store_history=True)
    result.raise_error()
`;
