// retrace bundle: the archive that is written, and what is refused.
import { unzipSync } from 'fflate';

import { emptyContext, asRunId } from '../../model';
import { PRINTED, retrace, savedNotebook } from './terminal';

const history = {
  format: 'retrace-history',
  version: 1,
  notebook: {
    path: 'a.ipynb',
    cells: ['a', 'b', 'c'].map(id => ({ id, type: 'code', source: '' }))
  },
  runs: [
    {
      runId: 'r',
      kernel: { name: 'python3', language: 'python' },
      startedAt: '2026-11-24T10:00:00.000Z',
      executions: [
        ['a', 'x = 1'],
        ['b', 'print(x)'],
        ['c', 'print("other")']
      ].map(([cellId, source], index) => ({
        sequence: index + 1,
        cellId,
        source,
        status: 'ok',
        executionCount: index + 1,
        outputs: []
      }))
    }
  ]
};

function written(...args: readonly string[]): string | null {
  const files = new Map<string, Uint8Array>();
  const said = retrace(
    ['bundle', 'h.json', ...args],
    { 'h.json': history },
    files
  );
  expect(said).toMatchObject({ code: 0, err: '' });
  expect(said.out).toMatch(/^work\/a-run-1\.py: what ran, as a script$/m);
  const zip = files.get('o.zip');
  const script = zip && unzipSync(zip)['work/a-run-1.py'];
  return script ? new TextDecoder().decode(script) : null;
}

test('it holds the newest run, or what some cells came from', () => {
  expect(written('-o', 'o.zip')).toMatch(/x = 1[^]*print\("other"\)/);
  const part = written('--output', 'o.zip', '--target', 'b');
  expect(part).toMatch(/x = 1[^]*print\(x\)/);
  expect(part).not.toContain('other');
  const parts = written('-o', 'o.zip', '--target', 'a', '--target', 'c');
  expect(parts).toContain('other');
  expect(parts).not.toContain('print(x)');
});

test('secrets of an unmasked history are in no file of it', () => {
  const secret = ['AKIA', 'Q3ZLX7DW', 'M5RT2KVB'].join('');
  const [run] = history.runs;
  const cells = [
    { source: `key = "${secret}"`, outputs: [] },
    {
      source: 'print(key)',
      outputs: [{ output_type: 'stream', name: 'stdout', text: secret }]
    }
  ];
  const executions = run!.executions.map((one, index) => ({
    ...one,
    ...cells[index]
  }));
  const files = new Map<string, Uint8Array>();
  retrace(
    ['bundle', 'h.json', '-o', 'o.zip'],
    { 'h.json': { ...history, runs: [{ ...run, executions }] } },
    files
  );
  const unpacked = Object.entries(unzipSync(files.get('o.zip')!));
  const holders = unpacked.filter(([, bytes]) =>
    new TextDecoder().decode(bytes).includes(secret)
  );
  expect(unpacked.length).toBeGreaterThan(5);
  expect(holders.map(([path]) => path)).toEqual([]);
});

const text = (zip: Uint8Array, path: string): string =>
  new TextDecoder().decode(unzipSync(zip)[path]);

test('files that the code of a saved notebook names go in, and none with secrets', () => {
  const token = ['AKIA', 'Q3ZLX7DW', 'M5RT2KVB'].join('');
  const notebook = savedNotebook([
    {
      id: 'a',
      source: [
        'import pandas as pd',
        'pd.read_csv("data/costs.csv")',
        'pd.read_csv("data/keys.csv")',
        'open(".env").read()',
        'open("gone.txt").read()',
        'pd.read_csv("https://example.org/x.csv")'
      ].join('\n'),
      count: 1
    }
  ]);
  const files = new Map<string, Uint8Array>();
  const said = retrace(
    ['bundle', 'nb/n.ipynb', '-o', 'o.zip'],
    {
      'nb/n.ipynb': notebook,
      'nb/data/costs.csv': 'a,b\n1,2\n',
      'nb/data/keys.csv': `id,key\n1,${token}\n`,
      'nb/.env': 'X=1\n',
      'nb/gone.txt': undefined
    },
    files
  );
  expect(said.code).toBe(0);
  const zip = files.get('o.zip')!;
  const paths = Object.keys(unzipSync(zip));
  expect(text(zip, 'work/data/costs.csv')).toBe('a,b\n1,2\n');
  expect(paths.filter(path => /keys|env$|gone|x\.csv/.test(path))).toEqual([]);
  expect(said.out).toMatch(/^work\/data\/costs\.csv: /m);
  expect(said.err).toMatch(/data\/keys\.csv is left out: it holds what looks/);
  expect(said.err).toMatch(/\.env is left out: its name says/);
  expect(text(zip, 'README.md')).toMatch(/keys\.csv.*looks like a secret/);
  const { data } = JSON.parse(text(zip, 'manifest.json')) as {
    data: { path: string; leftOut: string | null }[];
  };
  expect(data.map(({ leftOut, path }) => [path, leftOut])).toEqual([
    ['data/costs.csv', null],
    ['data/keys.csv', expect.stringMatching(/secret/)],
    ['.env', expect.stringMatching(/secret/)],
    ['gone.txt', expect.any(String)]
  ]);
});

test('there is none for R, and the sentence says what there is', () => {
  const [run] = history.runs;
  const ofR = {
    ...history,
    runs: [{ ...run, kernel: { name: 'ir', language: 'R' } }]
  };
  const files = new Map<string, Uint8Array>();
  const said = retrace(
    ['bundle', 'h.json', '-o', 'o.zip'],
    { 'h.json': ofR },
    files
  );
  expect([said.code, said.out, files.size]).toEqual([2, '', 0]);
  expect(said.err).toMatch(/with Python.*script and the notebook can be/);
});

test('modules and changes beside the notebook come from the history file', () => {
  const [run] = history.runs;
  const context = {
    ...emptyContext(asRunId('r')),
    git: {
      remote: 'https://example.org/r.git',
      branch: 'main',
      commit: 'c0ffee',
      isDirty: true,
      diff: 'diff --git a/own.py b/own.py\n--- a/own.py\n+++ b/own.py\n@@ -1 +1 @@\n-y = 1\n+y = 2\n'
    },
    modules: [{ name: 'own', path: 'own.py', hash: '', text: 'y = 2\n' }]
  };
  const executions = run!.executions.map((one, index) =>
    index === 0 ? { ...one, source: 'import own' } : one
  );
  const files = new Map<string, Uint8Array>();
  retrace(
    ['bundle', 'h.json', '-o', 'o.zip'],
    { 'h.json': { ...history, runs: [{ ...run, context, executions }] } },
    files
  );
  const zip = files.get('o.zip')!;
  expect(text(zip, 'work/own.py')).toBe('y = 2\n');
  expect(text(zip, 'recorded/git.patch')).toContain('+y = 2');
  expect(text(zip, 'README.md')).toContain('c0ffee');
});

describe('the lock of the packages', () => {
  const [run] = history.runs;
  const environment = {
    language: 'python',
    languageVersion: '3.11.7',
    implementation: 'CPython',
    platform: 'Linux',
    packages: [{ name: 'numpy', version: '2.1.0' }],
    modules: {}
  };
  const packed = (
    printed: string | undefined,
    ...args: readonly string[]
  ): { readonly err: string; readonly lock: string | null } => {
    const files = new Map<string, Uint8Array>();
    const { code, err } = retrace(
      ['bundle', 'h.json', '-o', 'o.zip', ...args],
      {
        'h.json': { ...history, runs: [{ ...run, environment }] },
        [PRINTED]: printed
      },
      files
    );
    expect(code).toBe(0);
    const bytes = unzipSync(files.get('o.zip')!)['pylock.toml'];
    return { err, lock: bytes ? new TextDecoder().decode(bytes) : null };
  };
  const answer = (content: object): string =>
    `asking\n${JSON.stringify({ retrace_lock: content })}\n`;

  test('it is in the bundle where a tool made it', () => {
    const lock = 'lock-version = "1.0"\n';
    const made = answer({ text: lock, tool: 'uv 0.9.2' });
    expect(packed(made)).toEqual({ err: '', lock });
    expect(packed(made, '--no-lock')).toEqual({ err: '', lock: null });
  });

  test('the terminal hears why there is none', () => {
    expect(packed(answer({ why: 'uv is offline' }))).toEqual({
      err: 'retrace: There is no pylock.toml in it: uv is offline.\n',
      lock: null
    });
    expect(packed(undefined).err).toMatch(/no Python was found/);
  });
});

test.each([
  [['h.json'], /use -o OUT\.zip/],
  [['-o', 'o.zip'], /One file is wanted/],
  [['h.json', '-o', 'o.zip', '--target', 'z'], /no cell with the id “z”/],
  [['h.json', '-o', 'o.zip', '--data-limit', 'x'], /not a number of megabytes/],
  [['gone.json', '-o', 'o.zip'], /no such file/],
  [
    [
      'h.json',
      '-o',
      'o.zip',
      '--target',
      'a',
      '--target',
      'b',
      '--execution',
      '1'
    ],
    /for a single cell alone/
  ]
])('%p is refused with a sentence', (args, sentence) => {
  const files = new Map<string, Uint8Array>();
  const said = retrace(['bundle', ...args], { 'h.json': history }, files);
  expect(said.code).toBe(2);
  expect(said.err).toMatch(sentence);
  expect(files.size).toBe(0);
});
