import type { ScriptPlan } from '../../lineage';
import { hashOf, secretMarker, type Package } from '../../model';
import { renderPython } from '../python-script/render';
import { planOf, stepOf } from '../../testing/plans';

const COMMIT = '0f3c9a1b2c3d4e5f60718293a4b5c6d7e8f90a1b';

/** The block of the cell at a position, from 1, without its mark. */
function blockOf(script: string, position: number): string {
  const blocks = script.split(/^# %% cell .*\n/m);
  return (blocks[position] ?? '').trimEnd();
}

function rendered(...sources: string[]): string {
  return renderPython(planOf(sources));
}

/** What PEP 723's reference pattern finds. */
function metadataBlocks(script: string): string[] {
  const pattern = /^# \/\/\/ ([a-zA-Z0-9-]+)$\n(?:^#(?:| .*)$\n)+?^# \/\/\/$/gm;
  return [...script.matchAll(pattern)].map(match => match[1] ?? '');
}

describe('the head', () => {
  it('has no time where none is known', () => {
    const script = renderPython(planOf(['1'], { openedAt: '' }));
    expect(script).not.toContain('recorded');
  });

  it('runs where there is no script file, as in a pipe or a kernel', () => {
    const script = rendered('import matplotlib.pyplot as plt', 'plt.plot([1])');
    expect(script).not.toMatch(/abspath\(__file__/);
    expect(script).toContain('abspath(globals().get("__file__", "script.py"))');
  });

  const environment: ScriptPlan['environment'] = {
    schemaVersion: 1,
    environmentId: 'e' as never,
    language: 'python',
    languageVersion: '3.11.7',
    implementation: 'CPython',
    platform: 'Linux',
    packages: [],
    modules: {}
  };

  it('pins what the steps import, and says how to run the script', () => {
    const script = renderPython(
      planOf(['1'], {
        environment,
        requires: [{ name: 'numpy', version: '2.4.6' }]
      })
    );
    expect(script.split('\n').slice(0, 17)).toEqual([
      '# /// script',
      '# requires-python = ">=3.11,<3.12"',
      '# dependencies = [',
      '#     "numpy==2.4.6",',
      '# ]',
      '#',
      '# [tool.uv]',
      '# exclude-newer = "2026-11-21T10:00:03.250Z"',
      '#',
      '# [tool.retrace]',
      '# notebook = "work/Iris study.ipynb"',
      '# run = 3',
      '# run-id = "run-7f"',
      `# lineage = "${hashOf(hashOf('1'))}"`,
      '# recorded = "2026-11-21T09:59:00.000Z"',
      '# ///',
      ''
    ]);
    expect(script).toContain('#     uv run Iris-study-run-3.py\n');
    expect(script).toContain(
      '# or: pip install numpy==2.4.6 && python Iris-study-run-3.py\n'
    );
  });

  it('drops names and versions that are none, and says so', () => {
    const script = renderPython(
      planOf(['1'], {
        requires: [
          { name: 'x\n!rm -rf ~', version: '1' },
          { name: 'a', version: '1; import os' },
          { name: 'b @ https://evil', version: '1' },
          { name: '--index-url', version: '1' },
          { name: 'torch', version: '2.1.0+cu121' }
        ]
      })
    );
    expect(script).not.toMatch(/rm -rf|import os;|evil|index-url/);
    expect(script).toContain('"torch==2.1.0"');
    expect(script).toContain('4 recorded packages are left out');
    expect(script).toContain('torch 2.1.0+cu121');
  });

  it.each<[string, Package['origin'], string | null]>([
    ['an index', { kind: 'index', url: '', revision: '' }, 'tool==1.0'],
    ['conda', { kind: 'conda', url: 'forge', revision: 'py_0' }, 'tool==1.0'],
    [
      'a repository',
      { kind: 'vcs', url: 'https://git.example/a/tool.git', revision: COMMIT },
      `tool @ git+https://git.example/a/tool.git@${COMMIT}`
    ],
    [
      'a checkout that may be edited',
      { kind: 'editable', url: 'ssh://git@git.example/tool', revision: COMMIT },
      `tool @ git+ssh://git@git.example/tool@${COMMIT}`
    ],
    [
      'a folder in a repository',
      {
        kind: 'vcs',
        url: 'https://git.example/a/tools.git',
        revision: COMMIT,
        subdirectory: 'python/tool'
      },
      `tool @ git+https://git.example/a/tools.git@${COMMIT}#subdirectory=python/tool`
    ],
    [
      'a checkout with an address as git writes it',
      { kind: 'editable', url: 'git@git.example:a/tool.git', revision: COMMIT },
      `tool @ git+ssh://git@git.example/a/tool.git@${COMMIT}`
    ],
    [
      'a folder outside of its repository',
      {
        kind: 'vcs',
        url: 'https://git.example/a/tools.git',
        revision: COMMIT,
        subdirectory: 'a/../../b'
      },
      null
    ],
    [
      'an archive',
      { kind: 'archive', url: 'https://a.example/tool.whl', revision: '' },
      'tool @ https://a.example/tool.whl'
    ],
    [
      'a folder',
      { kind: 'editable', url: '/home/me/tool', revision: '' },
      null
    ],
    [
      'an address with code in it',
      { kind: 'vcs', url: 'https://x/"$(rm -rf ~)', revision: COMMIT },
      null
    ],
    [
      'a revision that is none',
      { kind: 'vcs', url: 'https://x/y', revision: 'main; import os' },
      null
    ]
  ])('requires a package of %s from where it came', (_, origin, pin) => {
    const script = renderPython(
      planOf(['1'], { requires: [{ name: 'tool', version: '1.0', origin }] })
    );
    const found = /^# dependencies = \[\]|^# {5}"(.*)",$/m.exec(script)?.[1];
    expect(found ?? null).toBe(pin);
    expect(script.includes('install by hand: tool 1.0')).toBe(pin === null);
    expect(script).not.toMatch(/rm -rf|import os;/);
  });

  it('keeps hostile names in their comment and in their TOML string', () => {
    const name = 'a"\n# ///\nimport os\u2028!rm\u202e\ud800\x0b%cd.ipynb';
    const script = renderPython(
      planOf(['1'], { notebookPath: name, runId: name })
    );
    expect(metadataBlocks(script)).toEqual(['script']);
    expect(script).not.toMatch(/^(?:import os$|!|%)/m);
    expect(script).not.toMatch(/[\p{Zl}\p{Bidi_Control}\v]/u);
    expect(script).toContain(
      '# notebook = "a\\"\\u000a# ///\\u000aimport os\\u2028'
    );
  });

  it('words what was left out and what to mind', () => {
    const plan = planOf(['1', '2']);
    const omitted = (reason: ScriptPlan['omitted'][number]['reason']) => ({
      executionId: 'x' as never,
      sequence: 9,
      cellId: null,
      firstLine: '',
      reason
    });
    const script = renderPython({
      ...plan,
      omitted: [omitted('repeats'), omitted('repeats'), omitted('source-lost')],
      warnings: [
        {
          kind: 'unseeded',
          executionId: plan.steps[1]!.executionId,
          detail: ''
        },
        { kind: 'incomplete-run', executionId: null, detail: 'page\naway.' }
      ]
    });
    expect(script).toContain(
      '# - 2 executions that did again what is here already\n'
    );
    expect(script).toContain('# - 1 execution whose code is not known\n');
    expect(script).toContain(
      '# - Cell 2 [2] drew random numbers without a seed'
    );
    expect(script).toContain(
      '# - The record of the run has gaps (page away).\n'
    );
  });
});

describe('a block', () => {
  it('names cell, execution count and time', () => {
    expect(rendered('x = 1')).toContain(
      '\n# %% cell 1 [1] 2026-11-21 10:00:03\nx = 1\n'
    );
  });

  it('names what it can where position, count and time are missing', () => {
    const step = {
      ...stepOf('x = 1', 0),
      cellIndex: null,
      executionCount: null,
      startedAt: '\nimport os'
    };
    const other = { ...stepOf('y = 1', 1), cellId: null };
    const script = renderPython({ ...planOf([]), steps: [step, other] });
    expect(script).toContain('\n# %% cell c0\nx = 1\n');
    expect(script).toContain(
      '\n# %% code of another client, execution 2 [2] 2026-11-21 10:00:03\n'
    );
  });

  it('runs a failed cell so that the script goes on', () => {
    const failed = { ...stepOf('1 / 0\nx = (', 0), status: 'error' as const };
    const script = renderPython({ ...planOf([]), steps: [failed] });
    expect(blockOf(script, 1)).toBe(
      "# It ended in an error in the notebook.\n_retrace_try(\"cell 1 [1]\", '''\\\n1 / 0\nx = (\n''')"
    );
  });

  it('says that an interrupted cell runs to its end, and that a lost one may not have', () => {
    const interrupted = {
      ...stepOf('a = 1', 0),
      status: 'interrupted' as const
    };
    const lost = { ...stepOf('b = 1', 1), status: 'lost' as const };
    const script = renderPython({ ...planOf([]), steps: [interrupted, lost] });
    expect(blockOf(script, 1)).toContain('interrupted before its end');
    expect(blockOf(script, 2)).toBe('# How it ended is not known.\nb = 1');
  });

  it.each([
    ['await', 'x = await f()'],
    ['an async loop', 'async for x in f():\n    pass'],
    ['an async comprehension', 'y = [x async for x in f()]'],
    ['await in a block', 'if x:\n    await f()'],
    ['tasks', 'asyncio.create_task(f())'],
    ['NUL characters', 'x = "\0"'],
    ['lone surrogates', 'x = "\ud800"']
  ])(
    'runs code from a text where a plain script cannot hold it: %s',
    (_, source) => {
      expect(blockOf(rendered(source), 1)).toMatch(/^_retrace_run\(/);
    }
  );

  it.each([
    ['await in a function', 'async def f():\n    await g()'],
    ['a name with await in it', 'awaited = 1'],
    ['await in a string', 'x = "await f()"']
  ])('holds code as it is with %s', (_, source) => {
    expect(blockOf(rendered(source), 1)).toBe(source);
  });

  it('lets no cell open a second metadata block', () => {
    const block = '# /// script\n# dependencies = ["evil"]\n# ///';
    const script = rendered(
      `x = 1\n${block}`,
      `y = """\n${block}\n"""`,
      `%%html\n${block}`,
      `%%writefile a\n${block}`
    );
    expect(metadataBlocks(script)).toEqual(['script']);
    expect(blockOf(script, 1)).toContain('#: /// script');
    expect(blockOf(script, 2)).toContain('"# /// script\\n"');
  });

  it('has as many marks of cells as there are cells, whatever stands in them', () => {
    const script = rendered(
      '# %% a\n#%%\n  # In[3]:\nx = 1',
      's = """\n# %% in a text\n"""',
      '# %matplotlib inline\n# !ls\n# why?\n# x = !ls\n# cd there',
      '%%writefile a.py\n#%% b\n'
    );
    const marks = script.match(/^\s*#\s*(?:%%|In\[).*$/gm);
    expect(marks).toHaveLength(5);
    expect(blockOf(script, 1)).toBe('#: %% a\n#:%%\n  #: In[3]:\nx = 1');
    expect(blockOf(script, 3)).toBe(
      '#: %matplotlib inline\n#: !ls\n#: why?\n#: x = !ls\n#: cd there'
    );
  });

  it('stops where a secret was taken out, and says so in its head', () => {
    const script = rendered(`key = "${secretMarker('token')}"`, 'x = 1');
    expect(blockOf(script, 1)).toMatch(
      /^raise RuntimeError\("Cell 1 \[1\] held a secret .*"\)\nkey = /
    );
    expect(blockOf(script, 2)).toBe('x = 1');
  });

  it('chooses names for its functions that no cell has', () => {
    const script = rendered('_retrace_show = 1\n_retrace_show');
    expect(blockOf(script, 1)).toBe(
      '_retrace_show = 1\n_retrace2_show(_retrace_show)'
    );
    expect(script).toContain('def _retrace2_show(');
    expect(script).not.toContain('def _retrace_show(');
  });

  it('shows all expressions from the cell on after the notebook asked for it', () => {
    const script = rendered(
      'a',
      'InteractiveShell.ast_node_interactivity = "all"\nb\nc',
      'd\ne'
    );
    expect(blockOf(script, 2)).toContain('\nb\n_retrace_show(c)');
    expect(blockOf(script, 3)).toBe('_retrace_show(d)\n_retrace_show(e)');
  });
});

describe('functions of the script', () => {
  it('are there only when used', () => {
    const script = rendered('x = 1');
    expect(script).not.toMatch(/^(?:def|class) /m);
    expect(rendered('x')).toMatch(/^def _retrace_show/m);
    expect(rendered('x')).not.toMatch(/^def _retrace_figures/m);
  });

  it('save figures after each cell that calls something', () => {
    const script = rendered(
      'import matplotlib.pyplot as plt',
      'def f(): plt.plot([1])',
      'f()'
    );
    expect(script).toContain('environ.setdefault("MPLBACKEND", "Agg")');
    expect(blockOf(script, 2)).not.toContain('figures');
    expect(blockOf(script, 3)).toBe('_retrace_show(f())\n_retrace_figures()');
  });

  it('define display only where the notebook does not', () => {
    expect(rendered('display(x)')).toContain('\ndisplay = _retrace_display\n');
    expect(
      rendered('from IPython.display import display', 'display(x)')
    ).toContain('\n_retrace_patch_display()\n');
    expect(rendered('def display(x): pass', 'display(x)')).not.toContain(
      '_retrace_display'
    );
  });

  it('let pandas print as in a notebook when the script has pandas', () => {
    expect(rendered('import pandas as pd')).toContain('\n_retrace_pandas()\n');
    expect(rendered('import numpy')).not.toContain('pandas');
  });
});

describe("IPython's history", () => {
  it.each([
    ['x + 1', '_ * 2', '_ = _retrace_results.last(1)\n_retrace_keep(_ * 2, 2)'],
    ['x + 1', '_1 * 2', '_1 = _retrace_results[1]\n_retrace_keep(_1 * 2, 2)'],
    [
      'x + 1',
      'Out[1]',
      'Out = _oh = _retrace_results\n_retrace_keep(Out[1], 2)'
    ],
    [
      'x + 1',
      'f"{_}"',
      '_ = _retrace_results.last(1)\n_retrace_keep(f"{_}", 2)'
    ]
  ])(
    'is there when the script has the result: %s, %s',
    (first, second, block) => {
      const script = rendered(first, second);
      expect(blockOf(script, 1)).toBe('_retrace_keep(x + 1, 1)');
      expect(blockOf(script, 2)).toBe(block);
    }
  );

  it.each(['In[1]', '__ + 1', '_i3', '___'])(
    'stops the script otherwise: %s',
    source => {
      expect(blockOf(rendered('1', source), 2)).toMatch(
        /^raise RuntimeError\("Cell 2 \[2\] used /
      );
    }
  );

  it('stops the script when the last result is of code that is not in it', () => {
    const late = { ...stepOf('_ + 1', 1), sequence: 5 };
    const script = renderPython({
      ...planOf([]),
      steps: [stepOf('1', 0), late]
    });
    expect(blockOf(script, 2)).toMatch(/^raise RuntimeError/);
  });

  it.each([
    'for _ in range(3): print(_)',
    'a, _ = f()\n_',
    '[0 for _ in x if _]',
    'f = lambda _: _',
    'def f(_): return _',
    'from gettext import gettext as _\n_("x")',
    'x._ = 1\nf(_=1)'
  ])('is not meant by a name that the notebook binds: %s', source => {
    expect(rendered(source)).not.toMatch(
      /_retrace_results|RuntimeError\("Cell/
    );
  });
});
