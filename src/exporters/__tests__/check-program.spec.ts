// The check program of a bundle, run by a real Python. Skipped where there is none.
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { deflateSync } from 'node:zlib';

import type { ScriptPlan } from '../../lineage';
import { emptyReport, type Output } from '../../model';
import { recordFor } from '../../testing/export-record';
import { planOf } from '../../testing/plans';
import { bundleEntries } from '..';
import type { ExportRecord } from '..';

const VENV = resolve(
  '.venv',
  process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python'
);
const PYTHON = existsSync(VENV) ? VENV : 'python3';
const withPython = spawnSync(PYTHON, ['-c', '']).status === 0 ? it : it.skip;

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'retrace-bundle-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

const said = (text: string): Output => ({
  output_type: 'stream',
  name: 'stdout',
  text
});

const shown = (text: string): Output => ({
  output_type: 'execute_result',
  data: { 'text/plain': text },
  metadata: {},
  execution_count: 1
});

/** Unpacks the bundle, runs its check, and gives the exit code with what was said. */
function check(
  plan: ScriptPlan,
  record: ExportRecord
): {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
} {
  for (const { content, path } of bundleEntries(plan, record)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  const program = join(folder, 'check.py');
  const done = spawnSync(PYTHON, [program, '--here'], { encoding: 'utf8' });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

function checked(
  cells: readonly (readonly [source: string, ...outputs: Output[]])[],
  changes: Partial<ScriptPlan> = {}
): ReturnType<typeof check> {
  const plan = planOf(
    cells.map(([source]) => source),
    changes
  );
  const outputs = Object.fromEntries(
    cells.map(([, ...shownHere], index) => [index, shownHere])
  );
  return check(plan, recordFor(plan, outputs));
}

withPython(
  'what shows the same is the same, and what nearly does is equivalent',
  () => {
    const { code, err, out } = checked([
      ['from __future__ import annotations\nx = 1'],
      ['print("said"); x', said('said\n'), shown('1')],
      ['print(0.1 + 0.2)', said('0.30000000000000016\n')],
      ['object()', shown('<object at 0x7f0000000000>')],
      ['import os\n_ = os.system("echo child")', said('child\n')],
      [
        's = "# %% no mark"\ndef f(a: int): ...\nf.__annotations__',
        shown("{'a': 'int'}")
      ]
    ]);
    expect(err).toBe('');
    expect(out.split('\n').map(line => line.split(' ')[0])).toEqual([
      'nothing',
      'identical',
      'equivalent',
      'equivalent',
      'identical',
      'identical',
      '5',
      ''
    ]);
    expect(code).toBe(0);
  }
);

withPython(
  'what a magic printed of the time that it took is not asked for, and all else is',
  () => {
    const times =
      'CPU times: user 24 μs, sys: 0 ns, total: 24 μs\nWall time: 26.7 μs\n';
    const loops =
      '8.2 ns ± 0.1 ns per loop (mean ± std. dev. of 7 runs, 100,000,000 loops each)\n';
    const { code, out } = checked([
      ['%%time\nx = 1', said(times)],
      ['%time y = 2\nprint(y)', said(`${times}2\n`)],
      ['%%time\nprint(x)\ny', said(`1\n${times}`), shown('2')],
      ['%timeit -n 1 x + y', said(loops)],
      ['%%time\nprint(x)', said(`3\n${times}`)],
      ['print(y)', said(times)]
    ]);
    expect(out.split('\n').map(line => line.split(' ')[0])).toEqual([
      'equivalent',
      'equivalent',
      'equivalent',
      'equivalent',
      'different',
      'different',
      '4',
      ''
    ]);
    expect(code).toBe(1);
  }
);

/** The time of day so many hours after now. */
const hoursOn = (hours: number): string =>
  new Date(Date.now() + hours * 3_600_000).toISOString().slice(11, 19);

const pairs: readonly (readonly [
  recorded: string,
  now: string,
  verdict: string
])[] = [
  ['Mean response time: 120 ms', 'Mean response time: 950 ms', 'different'],
  ['12.5 min', '99 min', 'different'],
  // The recorded cells began at ten.
  ['10:00:05', hoursOn(0), 'equivalent'],
  ['10:00:05', hoursOn(6), 'different'],
  ['0xdeadbeef', '0xcafebabe', 'different'],
  ['rows: 2000000', 'rows: 2000001', 'different'],
  ['id 123456789', 'id 123456790', 'different'],
  ['a    b', 'a b', 'different'],
  ['loss 0.50000001', 'loss 0.50000002', 'different'],
  ['mean 1.00000000000002', 'mean 1.00000000000001', 'equivalent'],
  ['took 1.2 s', 'took 3 ms', 'equivalent'],
  ['Elapsed: 0:00:01.5', 'Elapsed: 0:00:07.2', 'equivalent'],
  ['Wall time: 1 s', 'Wall time: 20 ms', 'equivalent'],
  ['<f at 0x7f00deadbeef>', '<f at 0x7f00cafebabe>', 'equivalent'],
  ["{'b', 'a'}", "{'a', 'b'}", 'equivalent'],
  ["{'b': 1, 'a': 2}", "{'a': 2, 'b': 1}", 'equivalent'],
  ["{'a, b'}", "{'b, a'}", 'different'],
  ['\\frac{1, 2}{3}', '\\frac{2, 1}{3}', 'different'],
  ['/tmp/a1/x.csv', '/tmp/b2/x.png', 'different'],
  ['took 1.25', 'took 3.5', 'different'],
  ['/tmp/a1/x.csv', '/tmp/b2/x.csv', 'equivalent'],
  ['50%\r100%', '100%', 'equivalent'],
  ['due 2019-05-01', 'due 2019-05-02', 'different'],
  ['a\n', 'a', 'different']
];

withPython('texts are the same by the rules that verifying uses', () => {
  const { code, out } = checked(
    pairs.map(([recorded, now]) => [
      `print(${JSON.stringify(now)})`,
      said(`${recorded}\n`)
    ])
  );
  const verdicts = out.split('\n').map(line => line.split(' ')[0]);
  expect(
    pairs.map(([recorded, now], index) => [recorded, now, verdicts[index]])
  ).toEqual(pairs);
  expect(code).toBe(1);
});

withPython(
  'the day of the run is let pass, in the copy and in the record',
  () => {
    const plan = planOf([
      'import datetime, os\nprint("on", datetime.date.today())',
      'print(os.path.abspath("data.csv"))'
    ]);
    const [day = ''] = (plan.steps[0]?.startedAt ?? '').split('T');
    const { code, out } = check(
      plan,
      recordFor(plan, {
        0: [said(`on ${day}\n`)],
        1: [said('/home/somebody/study/data.csv\n')]
      })
    );
    expect(out).toMatch(
      /^equivalent {2}cell 1 .*: but for the day and time of/m
    );
    expect(out).toMatch(/^equivalent {2}cell 2 .*: but for temporary paths$/m);
    expect(code).toBe(0);
  }
);

/** A PNG picture of one pixel in 8 bits of red, green, blue and opacity. */
function pixel(...rgba: readonly number[]): string {
  const chunk = (kind: string, content: Buffer): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(content.length);
    return Buffer.concat([length, Buffer.from(kind), content, Buffer.alloc(4)]);
  };
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0]);
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from([0, ...rgba]))),
    chunk('IEND', Buffer.alloc(0))
  ]).toString('base64');
}

withPython('figures are compared as an eye sees them', () => {
  const cells = [
    [pixel(255, 0, 0, 255), pixel(255, 0, 0, 255)],
    [pixel(255, 0, 0, 255), pixel(254, 1, 0, 255)],
    [pixel(255, 0, 0, 255), pixel(0, 0, 255, 255)],
    [pixel(255, 0, 0, 0), pixel(0, 0, 255, 0)],
    [pixel(255, 0, 0, 255), 'bm90IGEgcGljdHVyZQ==']
  ].map(([recorded, now], index): readonly [string, Output] => [
    [
      'import base64, os',
      'os.makedirs("Iris-study-run-3_figures", exist_ok=True)',
      `open("Iris-study-run-3_figures/figure-0${index}.png", "wb").write(base64.b64decode("${now}"));`
    ].join('\n'),
    {
      output_type: 'display_data',
      data: {
        'text/plain': '<Figure size 1x1 with 1 Axes>',
        'image/png': recorded ?? ''
      },
      metadata: {}
    }
  ]);
  const { code, out } = checked(cells);
  expect(out.split('\n').map(line => line.split(' ')[0])).toEqual([
    'identical',
    'equivalent',
    'different',
    'equivalent',
    'different',
    '3',
    ''
  ]);
  expect(code).toBe(1);
});

withPython('what an error says counts', () => {
  const raising = planOf([
    'raise ValueError("completely different")',
    'raise ValueError("the same\\nin [two]")',
    'pritn'
  ]);
  const steps = raising.steps.map(step => ({
    ...step,
    status: 'error' as const
  }));
  const plan = { ...raising, steps };
  const error = (ename: string, evalue: string): Output[] => [
    { output_type: 'error', ename, evalue, traceback: [] }
  ];
  const { code, out } = check(
    plan,
    recordFor(plan, {
      0: error('ValueError', 'a'),
      1: error('ValueError', 'the same\nin [two]'),
      2: error('NameError', "name 'pritn' is not defined")
    })
  );
  expect(out).toMatch(
    /^different {3}cell 1 \[1\]: ValueError: recorded 'a', now 'completely/
  );
  expect(out).toMatch(/^identical {3}cell 2 \[2\]$/m);
  expect(out).toMatch(/^identical {3}cell 3 \[3\]$/m);
  expect(code).toBe(1);
});

withPython('where nothing could be compared, that is no success', () => {
  const page: Output = {
    output_type: 'display_data',
    data: { 'text/html': '<b>1</b>' },
    metadata: {}
  };
  const { code, err, out } = checked([['x = 1', page]]);
  expect(out).toContain('1 could not be compared');
  expect(err).toContain('Nothing could be compared');
  expect(code).toBe(2);
  expect(
    checked([
      ['x = 1', page],
      ['1', shown('1')]
    ]).code
  ).toBe(0);
});

withPython(
  'what shows something else is named, with the first difference',
  () => {
    const { code, out } = checked([
      ['print("a\\nnew")', said('a\nold\n')],
      ['print(2)', said('1\n')]
    ]);
    expect(code).toBe(1);
    expect(out).toContain("different   cell 1 [1]: recorded 'old', now 'new'");
    expect(out).toContain('0 of 2 cells that showed something show the same.');
  }
);

withPython('what was bound to vary is not held against it', () => {
  const plan = planOf(['import time; print(time.time())']);
  const [step] = plan.steps;
  const vary = { ...plan, steps: [{ ...step!, hangsOn: ['clock' as const] }] };
  const { code, out } = check(vary, recordFor(vary, { 0: [said('1\n')] }));
  expect(out).toMatch(/^varies {6}cell 1 \[1\]: it hangs on the clock/);
  expect(code).toBe(0);
});

withPython(
  'an error that was recorded has to come again, and another ends the check',
  () => {
    const failing = planOf(['1 / 0', 'print(1)', 'nothing_there', 'print(2)']);
    const steps = failing.steps.map((step, index) =>
      index === 0 ? { ...step, status: 'error' as const } : step
    );
    const plan = { ...failing, steps };
    const { code, out } = check(
      plan,
      recordFor(plan, {
        0: [
          {
            output_type: 'error',
            ename: 'ZeroDivisionError',
            evalue: 'division by zero',
            traceback: []
          }
        ],
        1: [said('1\n')]
      })
    );
    expect(out).toMatch(/^identical {3}cell 1 \[1\]$/m);
    expect(out).toMatch(/^error {7}cell 3 \[3\]: NameError/m);
    expect(out).toContain('unrun       1 cells');
    expect(code).toBe(1);
  }
);

withPython('what cannot be run ends with a sentence', () => {
  const absent = checked([['import not_a_module_of_anybody']]);
  expect(absent.code).toBe(2);
  expect(absent.err).toMatch(
    /^check\.py: cell 1 \[1\] .*: a module is missing/
  );
  const magic = checked([['%unknown magic']]);
  expect(magic.code).toBe(2);
  expect(magic.err).toContain('Cell 1 [1] used %unknown magic');
});

withPython(
  'data that is missing or another is told before anything runs',
  () => {
    const plan = planOf(['print(open("data/a.txt").read())']);
    const made = recordFor(plan, { 0: [said('one\n')] });
    const files = [
      {
        path: 'data/a.txt',
        mode: 'read' as const,
        size: 3,
        modified: 0,
        hash: null
      }
    ];
    const executions = made.history.executions.map(one => ({
      ...one,
      report: { ...emptyReport, files }
    }));
    const record = { ...made, history: { ...made.history, executions } };
    const absent = check(plan, record);
    expect(absent.code).toBe(2);
    expect(absent.err).toContain('data/a.txt (3 bytes) is missing');

    const data = new Map([['data/a.txt', new TextEncoder().encode('one')]]);
    const whole = check(plan, { ...record, data });
    expect([whole.code, whole.err]).toEqual([0, '']);

    writeFileSync(join(folder, 'work/data/a.txt'), 'two');
    const again = spawnSync(PYTHON, [join(folder, 'check.py'), '--here'], {
      encoding: 'utf8'
    });
    expect(again.status).toBe(2);
    expect(again.stderr).toContain('not the one that was read');
  }
);

withPython('a file that the code alone names need not be there', () => {
  const { code, err } = checked([
    ['if 0: open("never.txt")\nprint(1)', said('1\n')]
  ]);
  expect([code, err]).toEqual([0, '']);
  const manifest = readFileSync(join(folder, 'manifest.json'), 'utf8');
  expect(manifest).toContain('never.txt');
});

withPython(
  'figures that the script saved when it ran alone are not mistaken for new ones',
  () => {
    mkdirSync(join(folder, 'work/Iris-study-run-3_figures'), {
      recursive: true
    });
    const old = join(folder, 'work/Iris-study-run-3_figures/figure-01.png');
    writeFileSync(old, 'old');
    const saving = [
      'import os',
      'os.makedirs("Iris-study-run-3_figures", exist_ok=True)',
      'open("Iris-study-run-3_figures/figure-01.png", "wb").write(b"new");'
    ].join('\n');
    const figure: Output = {
      output_type: 'display_data',
      data: {
        'text/plain': '<Figure size 1x1 with 1 Axes>',
        'image/png': btoa('new')
      },
      metadata: {}
    };
    const { code, out } = checked([[saving, figure]]);
    expect([code, out]).toEqual([0, expect.stringMatching(/^identical/)]);
  }
);

withPython('the folder is as it was afterwards', () => {
  checked([['open("made.txt", "w").write("x"); print(1)', said('1\n')]]);
  expect(existsSync(join(folder, 'work/made.txt'))).toBe(false);
  expect(readFileSync(join(folder, 'check.py'), 'utf8')).toContain('import');
});
