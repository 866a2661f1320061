// The code beside the notebook, as a probe tells it in one or several messages, and what becomes of the run's context.
import { asRunId, emptyContext, hashOf } from '../../model';
import { maskCode, withCode, type CodePart } from '../code-beside';
import { maskOf } from '../mask';
import { decodeProbeMessage } from '../report';

const git = {
  remote: 'https://u:p@host.example/lab/study.git',
  branch: 'main',
  commit: 'a'.repeat(40),
  isDirty: true,
  diff: 'diff --git a/x b/x\n'
};

function partOf(change: object): CodePart {
  const decoded = decodeProbeMessage({
    v: 1,
    kind: 'code',
    process: 'p',
    folder: '/work',
    git,
    modules: [['helper', 'helper.py', 'x = 1\n']],
    unknown: {},
    isFirst: true,
    ...change
  });
  if (!decoded.ok || decoded.value.kind !== 'code') {
    throw new Error('It tells of no code.');
  }
  return decoded.value.part;
}

const context = {
  ...emptyContext(asRunId('r1')),
  user: 'ada',
  notes: { data: 'from the lab' }
};

test('becomes part of the context, beside what stands there', () => {
  expect(withCode(context, partOf({}))).toEqual({
    ...context,
    workingDirectory: '/work',
    git: { ...git, remote: 'https://host.example/lab/study.git' },
    modules: [
      {
        name: 'helper',
        path: 'helper.py',
        hash: hashOf('x = 1\n'),
        text: 'x = 1\n'
      }
    ]
  });
});

test('several messages add up, and a module that is told again replaces itself', () => {
  const first = withCode(context, partOf({}));
  const more = partOf({
    isFirst: undefined,
    modules: [
      ['big', 'big.py', null],
      ['helper', 'helper.py', 'x = 2\n']
    ],
    unknown: { modules: 'Not all were read.' }
  });
  const both = withCode(first, more);
  expect(both.git).toEqual(first.git);
  expect(both.modules.map(({ path, text }) => [path, text])).toEqual([
    ['big.py', null],
    ['helper.py', 'x = 2\n']
  ]);
  expect(both.unknown).toEqual({ modules: 'Not all were read.' });
  expect(withCode(both, partOf({})).unknown).toEqual({});
});

test('why something is not known is kept, and that of the user stays', () => {
  const asked = { ...context, unknown: { user: 'The server knows no users.' } };
  const unknown = { git: 'git was not found.' };
  expect(withCode(asked, partOf({ git: null, unknown }))).toMatchObject({
    git: null,
    unknown: { user: 'The server knows no users.', git: 'git was not found.' }
  });
});

const later = (after: string, change: object = {}): CodePart =>
  partOf({
    isFirst: undefined,
    after,
    modules: [],
    git: { ...git, commit: 'b'.repeat(40), isDirty: false, diff: null },
    ...change
  });

test('another state of the repository stands beside the first one, with the execution after which it was seen', () => {
  const first = withCode(context, partOf({}));
  const unknown = { git: 'git did not answer within 5 seconds.' };
  const both = [later('m1'), later('m4', { git: null, unknown })].reduce(
    withCode,
    first
  );
  expect({ ...both, gitChanges: undefined }).toEqual(first);
  expect(both.gitChanges).toEqual([
    {
      after: 'r1/m1',
      git: {
        ...first.git,
        commit: 'b'.repeat(40),
        isDirty: false,
        diff: null
      },
      unknown: ''
    },
    { after: 'r1/m4', git: null, unknown: unknown.git }
  ]);
  // As after a page was loaded again.
  expect([partOf({}), later('m1')].reduce(withCode, both)).toEqual(both);
});

test('why the difference of a later state is not known is kept with it', () => {
  const reason = 'The difference to the commit was too large.';
  const part = later('m1', { unknown: { 'git.diff': reason } });
  const { gitChanges, unknown } = withCode(context, part);
  expect(gitChanges?.[0]?.unknown).toBe(reason);
  expect(unknown).toEqual({});
});

test('of a hundred states on the first ones are kept, and that is said', () => {
  const parts = Array.from({ length: 120 }, (_, index) => later(`m${index}`));
  const many = parts.reduce(withCode, context);
  expect(many.gitChanges).toHaveLength(100);
  expect(many.unknown.git).toMatch(/more than 100 times/);
});

test('secrets are taken out of differences and modules, and hashes are of what is left', () => {
  const token = `ghp_${'aB3dE5gH7j'.repeat(3)}aB3dE5`;
  const part = partOf({
    git: { ...git, diff: `+token = "${token}"\n` },
    modules: [
      ['helper', 'helper.py', `token = "${token}"\n`],
      ['big', 'big.py', null]
    ]
  });
  const masked = maskCode(part, maskOf());
  expect(JSON.stringify(part)).toContain(token);
  expect(JSON.stringify(masked)).not.toContain(token);
  expect(masked.first?.git?.diff).toMatch(/^\+token = "\[secret: [\w-]+\]"\n$/);
  const [helper, big] = masked.modules;
  expect(helper?.hash).toBe(hashOf(helper?.text ?? ''));
  expect(big).toEqual(part.modules[1]);
  expect(maskCode(masked, maskOf())).toEqual(masked);
  const moved = later('m1', { git: { ...git, diff: `+ "${token}"\n` } });
  expect(JSON.stringify(moved)).toContain(token);
  expect(JSON.stringify(maskCode(moved, maskOf()))).not.toContain(token);
});

test.each([
  [{ git: { ...git, commit: 'main' } }, { commit: '' }],
  [{ git: { ...git, branch: 'a\nb' } }, { branch: '' }],
  [{ git: { ...git, remote: 'ext::sh -c x' } }, { remote: '' }],
  [{ git: { ...git, diff: 'x'.repeat(120_001) } }, { diff: null }],
  [{ git: { ...git, isDirty: 'yes' } }, { isDirty: false }]
])('%j is taken as %j', (change, wanted) => {
  expect(partOf(change).first?.git).toMatchObject(wanted);
});

test('modules without a name or a path are left out', () => {
  const modules = [
    ['', 'x.py', ''],
    ['x', 'a\0b', ''],
    ['a b', 'x.py', ''],
    'x',
    ['ok', 'ok.py', 3]
  ];
  expect(partOf({ modules }).modules).toEqual([
    { name: 'ok', path: 'ok.py', hash: '', text: null }
  ]);
});
