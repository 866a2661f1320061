// What is in a bundle and what is not: safe paths, the slice alone, nothing that becomes code by accident.
import { unzipSync } from 'fflate';

import type { ScriptPlan } from '../../lineage';
import {
  asCellId,
  asRunId,
  decodeHistoryFile,
  type Proof,
  emptyContext,
  emptyReport,
  executionIdOf,
  hashOf,
  type Environment,
  type ExecutionReport,
  type Output,
  type Package
} from '../../model';
import { recordFor } from '../../testing/export-record';
import { planOf, stepOf } from '../../testing/plans';
import { proofAt } from '../../testing/proofs';
import {
  admittedData,
  bundleEntries,
  dataFilesOf,
  exporters,
  fitting
} from '..';
import { isSecretFile } from '../bundle/secret-files';
import type { ExportRecord } from '..';

const bundle = exporters.find(({ id }) => id === 'bundle')!;

const said = (text: string): Output => ({
  output_type: 'stream',
  name: 'stdout',
  text
});

function environment(packages: readonly Package[]): Environment {
  return {
    schemaVersion: 1,
    environmentId: 'e' as never,
    language: 'python',
    languageVersion: '3.11.7',
    implementation: 'CPython',
    platform: 'Linux',
    packages,
    modules: {}
  };
}

/** A record in which the step at an index reported something. */
function reporting(
  plan: ScriptPlan,
  reports: { readonly [index: number]: Partial<ExecutionReport> },
  changes: Partial<ExportRecord> = {}
): ExportRecord {
  const record = recordFor(plan, {}, changes);
  const executions = record.history.executions.map((one, index) => ({
    ...one,
    report: { ...emptyReport, ...reports[index] }
  }));
  return { ...record, history: { ...record.history, executions } };
}

function textAt(plan: ScriptPlan, record: ExportRecord, path: string): string {
  const entry = bundleEntries(plan, record).find(each => each.path === path);
  return String(entry?.content ?? '');
}

it('is an archive with everything that somebody else needs', () => {
  const plan = planOf(['print(1)'], {
    environment: environment([{ name: 'numpy', version: '2.1.0' }])
  });
  const record = recordFor(plan, { 0: [said('1\n')] });
  const [file] = bundle.render(plan, record);
  expect(file!.name).toBe('Iris-study-run-3.zip');
  const paths = Object.keys(unzipSync(file!.content as Uint8Array));
  expect(paths).toEqual(bundleEntries(plan, record).map(({ path }) => path));
  expect(paths.sort()).toEqual([
    'Dockerfile',
    'README.md',
    'binder/environment.yml',
    'binder/runtime.txt',
    'check.py',
    'manifest.json',
    'prov.json',
    'recorded/run.schema.json',
    'requirements.txt',
    'ro-crate-metadata.json',
    'run.json',
    'work/Iris-study-run-3.ipynb',
    'work/Iris-study-run-3.py'
  ]);
});

it('gives the same bytes for the same record', () => {
  const plan = planOf(['print(1)']);
  const [one] = bundle.render(plan, recordFor(plan));
  const [other] = bundle.render(plan, recordFor(plan));
  expect(one).toEqual(other);
});

it('holds the recorded executions of the slice and nothing else of the run', () => {
  const plan = planOf(['print(1)']);
  const record = recordFor(plan, { 0: [said('1\n')] });
  const other = {
    ...record.history.executions[0]!,
    executionId: executionIdOf(asRunId('run-7f'), 'other'),
    sequence: 9,
    sourceHash: hashOf('PRIVATE = 1')
  };
  const whole: ExportRecord = {
    ...record,
    history: {
      ...record.history,
      executions: [...record.history.executions, other],
      sources: new Map([
        ...record.history.sources,
        [other.sourceHash, 'PRIVATE = 1']
      ])
    },
    outputs: new Map([
      ...record.outputs,
      [other.executionId, { outputs: [said('PRIVATE')], omissions: [] }]
    ])
  };
  for (const { content } of bundleEntries(plan, whole)) {
    expect(String(content)).not.toContain('PRIVATE');
  }
  const run = decodeHistoryFile(JSON.parse(textAt(plan, whole, 'run.json')));
  expect(run.ok && run.value.runs[0]?.executions).toMatchObject([
    { sequence: 1, source: 'print(1)', outputs: [said('1\n')] }
  ]);
});

it('takes the modules that the steps import and the changes to them, and no others', () => {
  const plan = planOf(['from tools import a', 'import sys']);
  const module = (name: string, path: string, text: string | null) => ({
    name,
    path,
    hash: hashOf(text ?? ''),
    text
  });
  const diff = ['tools/a.py', 'private.py']
    .map(path => `diff --git a/${path} b/${path}\n+changed ${path}\n`)
    .join('');
  const context: ExportRecord['context'] = {
    ...emptyContext(asRunId('run-7f')),
    git: {
      remote: 'https://git.example/a',
      branch: 'main',
      commit: 'abc',
      isDirty: true,
      diff
    },
    modules: [
      module('tools', 'tools/__init__.py', ''),
      module('tools.a', 'tools/a.py', 'import helper'),
      module('helper', '/home/me/lib/helper.py', 'x = 1'),
      module('private', 'private.py', 'secret'),
      module('../evil', '/evil.py', 'import os')
    ]
  };
  const record = recordFor(plan, {}, { context });
  const paths = bundleEntries(plan, record).map(({ path }) => path);
  expect(paths.filter(path => /^work\/.*(?<!run-3)\.py$/.test(path))).toEqual([
    'work/tools/__init__.py',
    'work/tools/a.py',
    'work/helper.py'
  ]);
  const patch = textAt(plan, record, 'recorded/git.patch');
  expect(patch).toContain('+changed tools/a.py');
  expect(patch).not.toContain('private');
});

it('names each commit at which the notebook stood, with the cell after which it was seen', () => {
  const plan = planOf(['x = 1', 'print(x)']);
  const record = recordFor(plan);
  const [one, two] = record.history.executions;
  const git = {
    remote: 'https://git.example/a',
    branch: 'main',
    commit: 'abc',
    isDirty: false,
    diff: null
  };
  const context: ExportRecord['context'] = {
    ...emptyContext(asRunId('run-7f')),
    git,
    gitChanges: [
      { after: one!.executionId, git: { ...git, isDirty: true }, unknown: '' },
      { after: one!.executionId, git: null, unknown: 'git was not found.' },
      { after: two!.executionId, git: { ...git, commit: 'def' }, unknown: '' }
    ]
  };
  const readme = textAt(plan, { ...record, context }, 'README.md');
  expect(readme.match(/^.*stood.*$/gm)).toEqual([
    '- The notebook stood in https://git.example/a at commit abc.',
    `- Later it stood at commit def, seen after cell [${two!.executionCount}].`
  ]);
});

it('never leads out of its folder, and has each path once', () => {
  const names = [
    '/etc/passwd',
    '../up.csv',
    'a/../../up.csv',
    'C:\\x.csv',
    '~/home.csv',
    'a\\..\\b.csv',
    'bad\u0000.csv',
    'line\nbreak.csv',
    'con.txt',
    'data/a.csv',
    'DATA/A.csv',
    'data',
    './data/é ü.csv',
    'q"uote$(x).csv'
  ];
  const plan = planOf(['read()']);
  const record = reporting(
    plan,
    {
      0: {
        files: names.map(path => ({
          path,
          mode: 'read',
          size: 1,
          modified: 0,
          hash: null
        }))
      }
    },
    { data: new Map(names.map(path => [path, new Uint8Array([1])])) }
  );
  const paths = bundleEntries(plan, record).map(({ path }) => path);
  const data = paths.filter(
    path => path.endsWith('.csv') || /data$/.test(path)
  );
  expect(data).toEqual(['work/data/a.csv', 'work/data/é ü.csv']);
  expect(new Set(paths.map(path => path.toLowerCase())).size).toBe(
    paths.length
  );
});

it('makes no code of names and versions that a kernel sends', () => {
  const packages: Package[] = [
    { name: 'ok', version: '1.0' },
    { name: 'a\nRUN rm -rf /', version: '1' },
    { name: 'b', version: '1" && rm -rf ~ #' },
    { name: '--index-url=https://evil', version: '1' },
    {
      name: 'c',
      version: '1',
      origin: { kind: 'vcs', url: 'https://x\nRUN evil', revision: 'abcdef1' }
    },
    { name: 'jupyterlab_retrace', version: '0.1.0' }
  ];
  const plan = planOf(['1'], {
    notebookPath: 'x`$(evil)`\n# evil\n.ipynb',
    environment: {
      ...environment(packages),
      languageVersion: '3.11.7'
    }
  });
  const record = recordFor(plan);
  const pins = textAt(plan, record, 'requirements.txt')
    .split('\n')
    .filter(line => line && !line.startsWith('#'));
  expect(pins).toEqual(['ok==1.0']);
  const forBinder = 'binder/environment.yml';
  expect(textAt(plan, record, forBinder)).toContain('- "ok==1.0"\n');
  for (const path of ['requirements.txt', forBinder, 'Dockerfile']) {
    expect(textAt(plan, record, path)).not.toMatch(/evil|rm -rf/);
  }
  expect(textAt(plan, record, 'README.md')).not.toMatch(/^# evil/m);
});

it('says of a proof what its environment lacked', () => {
  const plan = planOf(['1']);
  const lacking = { missing: ['a==1'], leftOut: ['b'] };
  const told = (parts: Partial<Proof>): string =>
    textAt(
      plan,
      {
        ...recordFor(plan),
        proof: { ...proofAt({ verdicts: ['identical'] }), ...parts }
      },
      'README.md'
    );
  expect(told({ lacking })).toMatch(/1 of 1 cells, without a==1, b$/m);
  expect(told({})).toMatch(/1 of 1 cells$/m);
});

it('leaves out what needs a Python version where none is known', () => {
  const plan = planOf(['1'], {
    environment: { ...environment([]), languageVersion: '3.x; rm' }
  });
  const paths = bundleEntries(plan, recordFor(plan)).map(({ path }) => path);
  expect(paths).not.toContain('Dockerfile');
  expect(paths).not.toContain('binder/runtime.txt');
  expect(paths).toContain('requirements.txt');
  expect(textAt(plan, recordFor(plan), 'README.md')).not.toContain('docker');
});

it('wants the files that were read before they were written, the small ones first', () => {
  const plan = planOf(['a', 'b', 'c']);
  const use = (
    path: string,
    mode: 'read' | 'write' | 'update',
    size: number | null = 10
  ) => ({ path, mode, size, modified: 0, hash: null });
  const { history } = reporting(plan, {
    0: { files: [use('big.csv', 'read', 1000), use('made.csv', 'write')] },
    1: { files: [use('made.csv', 'read'), use('small.csv', 'read')] },
    2: { files: [use('log.txt', 'update'), use('/abs.csv', 'read')] }
  });
  const files = dataFilesOf(plan, history);
  expect(files.map(({ path }) => path)).toEqual([
    'big.csv',
    'small.csv',
    'log.txt',
    '/abs.csv'
  ]);
  const within = (limit: number) =>
    fitting(files, limit).map(({ path }) => path);
  expect(within(1e6)).toEqual(['small.csv', 'big.csv']);
  expect(within(500)).toEqual(['small.csv']);
  expect(within(0)).toEqual([]);
});

it.each([
  ['text', 'a,SECRET\n', 'it holds what looks like a secret'],
  ['text of two bytes a letter', '\ufeffSECRET', 'it holds'],
  ['no text', '\u0000SECRET', undefined]
])('looks for secrets in %s', (_, content, reason) => {
  const bytes = content.startsWith('\ufeff')
    ? new Uint8Array(Buffer.from(content, 'utf16le'))
    : new Uint8Array(Buffer.from(content, 'utf8'));
  const mask = (text: string) => text.replace('SECRET', '');
  const { data, leftOut } = admittedData(new Map([['a', bytes]]), 1000, mask);
  expect(data.has('a')).toBe(reason === undefined);
  expect(leftOut.get('a') ?? '').toContain(reason ?? '');
});

it.each([
  ['.env', true],
  ['conf/.env.local', true],
  ['.netrc', true],
  ['a/server.PEM', true],
  ['tls.key', true],
  ['.ssh/id_ed25519', true],
  ['kaggle.json', true],
  ['id_map.csv', false],
  ['environment.csv', false],
  ['keys.csv', false]
])('%s is kept for secrets: %p', (path, isSecret) => {
  expect(isSecretFile(path)).toBe(isSecret);
  const { data } = admittedData(
    new Map([[path, new Uint8Array(1)]]),
    1000,
    text => text
  );
  expect(data.has(path)).toBe(!isSecret);
});

it('takes 5,000 cells and names that refer to each other in a circle', () => {
  const sources = Array.from(
    { length: 5000 },
    (_, index) => `def f${index}():\n    return f${(index + 1) % 5000}`
  );
  const plan = planOf(sources);
  const entries = bundleEntries(plan, recordFor(plan));
  const script = entries.find(({ path }) => path.endsWith('run-3.py'));
  expect(String(script?.content).match(/^# %% cell /gm)).toHaveLength(5000);
});

it('accepts what ran outside of cells and without counts', () => {
  const step = { ...stepOf('x = 1', 0), cellId: null, executionCount: null };
  const again = { ...stepOf('x', 1), cellId: asCellId('a'), startedAt: null };
  const plan = { ...planOf([]), openedAt: '', steps: [step, again] };
  const run = textAt(plan, recordFor(plan), 'run.json');
  expect(decodeHistoryFile(JSON.parse(run)).ok).toBe(true);
  expect(bundle.refusal(planOf([]))).toMatch(/^Nothing ran here/);
});
