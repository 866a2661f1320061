// Facts of a report are written by whoever has the kernel: what is not well formed is dropped and counted.
import { emptyReport, type FileUse } from '../../model';
import { withHashes } from '../late-hashes';
import { decodeProbeMessage } from '../report';
import { RunFold } from '..';
import { aRun, AT } from './folding';

function reportOf(facts: object) {
  const decoded = decodeProbeMessage({
    v: 1,
    kind: 'report',
    msg: 'm1',
    ...facts
  });
  return decoded.ok && decoded.value.kind === 'report'
    ? decoded.value.report.report
    : null;
}

const path = 'data/a.csv';
const file = { path, mode: 'read', size: 1, modified: 2, hash: 'ab' };

const facts = {
  cost: { wallMs: 1.5, cpuMs: null, peakMemoryBytes: 9, gpuMemoryBytes: 0 },
  profiles: {
    df: {
      kind: 'frame',
      shape: [3, 1],
      columns: [{ name: 'ä b', type: 'int64', missing: null }]
    },
    _: { kind: 'array', shape: [], columns: [] }
  },
  scalars: {
    'history.loss[-1]': 'NaN',
    'params.learning rate': 0.1,
    flag: false,
    none: null,
    'pipe.clf__C': 1
  },
  seedings: [
    { stream: 'numpy', seed: '42' },
    { stream: 'train_test_split', seed: '7', argument: 'random_state' }
  ],
  localModules: [
    { name: 'pkg.mod', path: 'pkg/mod.py', hash: '0a', state: 'changed' }
  ],
  addresses: [
    { kind: 'url', address: 'https://example.org/a?key' },
    { kind: 'database', address: 'postgresql://host/db', evidence: 'named' }
  ],
  trackers: [{ tracker: 'mlflow', id: '0123abcd' }],
  packageChanges: [{ name: 'numpy', before: '1.0', after: null }],
  files: [
    { ...file, isSampled: true },
    { ...file, evidence: 'named' }
  ]
};

it('are kept when they are well formed', () => {
  const found = reportOf(facts);
  expect(JSON.parse(JSON.stringify(found))).toMatchObject(facts);
  expect(found?.omitted).toEqual([]);
});

it('are absent where the probe said nothing', () => {
  const found = reportOf({});
  expect(Object.keys(facts).filter(key => key in (found ?? {}))).toEqual([]);
});

const refused: readonly (readonly [keyof typeof facts, unknown])[] = [
  ['profiles', { 'a b': facts.profiles.df }],
  ['profiles', { df: { ...facts.profiles.df, kind: 'secret' } }],
  ['profiles', { df: { ...facts.profiles.df, shape: [-1] } }],
  ['profiles', { df: { ...facts.profiles.df, shape: Array(40).fill(1) } }],
  ['scalars', { 'a\nb': 1 }],
  ['scalars', { 1: 1 }],
  ['scalars', { text: 'x'.repeat(201) }],
  ['scalars', { list: [1] }],
  ['scalars', { broken: '\ud800' }],
  ['seedings', [{ stream: 'a b', seed: '1' }]],
  ['seedings', [{ stream: 'numpy', seed: 'x'.repeat(201) }]],
  ['localModules', [{ ...facts.localModules[0], state: 'gone' }]],
  ['localModules', [{ ...facts.localModules[0], hash: 'no' }]],
  ['localModules', [{ ...facts.localModules[0], path: 'a\u0000' }]],
  ['addresses', [{ kind: 'url', address: 'https://user:secret@host/' }]],
  ['addresses', [{ kind: 'url', address: 'javascript:alert(1)' }]],
  ['addresses', [{ kind: 'mail', address: 'https://host/' }]],
  ['trackers', [{ tracker: 'other', id: 'x' }]],
  ['trackers', [{ tracker: 'wandb', id: 'a b' }]],
  ['packageChanges', [{ name: 'a b', before: null, after: null }]],
  ['packageChanges', [{ name: 'a', before: '1 2', after: null }]],
  ['files', [{ ...file, path: 'a\nb' }]]
];

it.each(refused)('%s that are not acceptable are dropped: %j', (key, value) => {
  const found = reportOf({ [key]: value });
  expect(Object.values(found?.[key] ?? {})).toEqual([]);
  expect(found?.omitted).toEqual([
    '1 entries of the report were not acceptable.'
  ]);
});

it('cap what would be long, and cannot reach a prototype', () => {
  const column = { name: 'a', type: 'int8', missing: 0 };
  const profile = {
    kind: 'frame',
    shape: [1],
    columns: Array(300).fill(column)
  };
  expect(
    reportOf({ profiles: { df: profile } })?.profiles?.df?.columns
  ).toHaveLength(200);
  const scalars: unknown = JSON.parse('{"__proto__": 1, "a": 2}');
  const found = reportOf({ scalars })?.scalars ?? {};
  expect(Object.getPrototypeOf(found)).toBeNull();
  expect(Object.keys(found)).toEqual(['a']);
});

it.each([{ wallMs: -1 }, { wallMs: 'x' }, 7, null])(
  'a cost without a time is none: %j',
  cost => {
    expect(reportOf({ cost })).not.toHaveProperty('cost');
  }
);

describe('contents that are learned late', () => {
  const known = { path, size: 1, modified: 2, hash: 'cd' };

  it('are kept when they are well formed', () => {
    const files = [
      { ...known, isSampled: true },
      { ...known, isSampled: false },
      { ...known, hash: 'no' },
      { ...known, path: '' }
    ];
    expect(decodeProbeMessage({ v: 1, kind: 'hashes', files })).toMatchObject({
      ok: true,
      value: { dropped: 2, files: [{ ...known, isSampled: true }, known] }
    });
  });

  it('may be a reason why they are not to be had', () => {
    const files = [
      { ...known, hash: null, unread: 'gone', isSampled: true },
      { ...known, hash: null, unread: 'whatever' },
      { ...known, unread: 'gone' }
    ];
    expect(decodeProbeMessage({ v: 1, kind: 'hashes', files })).toMatchObject({
      value: {
        dropped: 1,
        files: [
          { path, size: 1, modified: 2, hash: null, unread: 'gone' },
          known
        ]
      }
    });
    const put = {
      ...emptyReport,
      files: [{ ...file, hash: null, unread: 'later' } as FileUse]
    };
    const of = (hash: string | null, unread?: 'gone') =>
      withHashes(put, [
        {
          path: file.path,
          size: file.size,
          modified: file.modified,
          hash,
          ...(unread && { unread })
        }
      ])?.files?.[0];
    expect(of(null, 'gone')).toMatchObject({ hash: null, unread: 'gone' });
    expect(of('ab')).toMatchObject({ hash: 'ab' });
    expect(of('ab')).not.toHaveProperty('unread');
  });

  it('fill in the reports that name the file at that size and time, and no other', () => {
    const run = new RunFold({ run: aRun, outputCapBytes: 1000 });
    const lacking = { ...file, hash: null } as const;
    const others = [
      { ...lacking, path: 'other' },
      { ...lacking, modified: 3 },
      { ...lacking, hash: 'ab' }
    ] as const;
    const report = { ...emptyReport, files: [lacking, ...others] as FileUse[] };
    run.apply({
      kind: 'started',
      msgId: 'm',
      at: AT,
      code: 'x',
      executionCount: 1,
      place: null
    });
    run.apply({
      kind: 'reported',
      msgId: 'm',
      at: AT,
      report,
      isOk: true,
      executionCount: 1,
      place: null
    });
    run.takeChanges({ withRunning: true });
    run.apply({
      kind: 'hashed',
      at: AT,
      files: [{ ...known, isSampled: true }]
    });
    const [head] = run.takeChanges({ withRunning: true }).executions;
    expect(head?.report?.files).toEqual([
      { ...lacking, hash: 'cd', isSampled: true },
      ...others
    ]);
    run.apply({ kind: 'hashed', at: AT, files: [known] });
    expect(run.takeChanges({ withRunning: true }).executions).toEqual([]);
  });
});
