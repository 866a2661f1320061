// What a probe says of an environment after its first message: taken as far as it is plain, and never an exception.
import { recordedVariables, type Environment } from '../../model';
import { decodeProbeMessage } from '../report';
import {
  maskPart,
  withPart,
  withRecord,
  type EnvironmentPart
} from '../environment-details';
import { maskOf } from '../mask';
import { Filter } from '../report-filter';

const hello = {
  v: 1,
  kind: 'hello',
  process: 'p',
  language: '3.12.1',
  packages: [
    ['numpy', '2.1.0'],
    ['My.Tool', '0.1'],
    ['torch', '2.4.0'],
    ['old', '1.0']
  ],
  modules: { numpy: 'numpy' }
};

const details = {
  v: 1,
  kind: 'details',
  process: 'p',
  details: {
    executable: 'conda',
    executableName: 'study',
    image: 'quay.io/jupyter/base:2026',
    system: 'Debian GNU/Linux 12 (bookworm)',
    machine: 'x86_64',
    locale: 'C.UTF-8',
    timeZone: 'Europe/Paris',
    variables: { OMP_NUM_THREADS: '4', TZ: '' },
    hardware: {
      cpu: 'A Processor',
      cores: 8,
      memoryBytes: 2 ** 34,
      gpus: [{ name: 'A100', driver: '550.1', memoryBytes: 2 ** 36 }]
    }
  },
  origins: [
    ['my-tool', 'vcs', 'https://u:p@host.example/t.git', 'a'.repeat(40), 'lib'],
    ['torch', 'conda', 'conda-forge', 'py312_0', '']
  ],
  indexed: ['numpy'],
  unknown: { 'hardware.gpus': 'nvidia-smi was not found.' }
};

function environmentOf(data: object): Environment {
  const decoded = decodeProbeMessage(data);
  if (!decoded.ok || decoded.value.kind !== 'hello') {
    throw new Error('It is no first message.');
  }
  return decoded.value.environment;
}

function partOf(change: object): EnvironmentPart & { dropped: number } {
  const decoded = decodeProbeMessage({ ...details, ...change });
  if (!decoded.ok || decoded.value.kind !== 'details') {
    throw new Error('It tells no details.');
  }
  return { ...decoded.value.part, dropped: decoded.value.dropped };
}

const changed = (change: object) =>
  partOf({ details: { ...details.details, ...change } }).details;

test('completes the environment under another id, the same for the same content', () => {
  const before = environmentOf(hello);
  const after = withPart(before, partOf({}));
  expect(after.environmentId).not.toBe(before.environmentId);
  expect(withPart(after, partOf({}))).toEqual(after);
  expect(after.packages).toEqual([
    {
      name: 'My.Tool',
      version: '0.1',
      origin: {
        kind: 'vcs',
        url: 'https://host.example/t.git',
        revision: 'a'.repeat(40),
        subdirectory: 'lib'
      }
    },
    {
      name: 'numpy',
      version: '2.1.0',
      origin: { kind: 'index', url: '', revision: '' }
    },
    { name: 'old', version: '1.0' },
    {
      name: 'torch',
      version: '2.4.0',
      origin: { kind: 'conda', url: 'conda-forge', revision: 'py312_0' }
    }
  ]);
  expect(after.details).toEqual({
    ...details.details,
    unknown: details.unknown
  });
});

test('a record of ours is read like a message, and no more of it is taken', () => {
  const bare = environmentOf(hello);
  const whole = withPart(bare, partOf({}));
  const filter = new Filter();
  expect(withRecord(bare, JSON.parse(JSON.stringify(whole)), filter)).toEqual(
    whole
  );
  expect(withRecord(bare, bare, filter)).toEqual(bare);
  const hostile = {
    packages: [
      { name: 'torch', origin: { kind: 'vcs', url: 'a;b', revision: '' } }
    ],
    details: { variables: { AWS_SECRET_ACCESS_KEY: 'x' } }
  };
  const read = withRecord(bare, hostile, filter);
  expect(read.packages).toEqual(bare.packages);
  expect(read.details?.variables).toEqual({});
});

test('an empty message says nothing, and says so', () => {
  const decoded = decodeProbeMessage({ v: 1, kind: 'details', process: 'p' });
  expect(decoded).toMatchObject({
    ok: true,
    value: {
      part: {
        details: {
          executable: '',
          system: '',
          hardware: { cpu: '', cores: null, memoryBytes: null, gpus: [] },
          variables: {},
          unknown: {}
        }
      }
    }
  });
});

test('variables that are not on the list stay out, whatever the kernel sends', () => {
  const variables = { OMP_NUM_THREADS: '1', AWS_SECRET_ACCESS_KEY: 'x' };
  expect(changed({ variables })?.variables).toEqual({ OMP_NUM_THREADS: '1' });
  expect(
    recordedVariables.filter(name => /TOKEN$|SECRET|PASS|KEY/.test(name))
  ).toEqual([]);
  expect(new Set(recordedVariables).size).toBe(recordedVariables.length);
});

test('a secret in a variable that is on the list is taken out', () => {
  const token = `ghp_${'aB3dE5gH7j'.repeat(3)}aB3dE5`;
  const variables = { XLA_FLAGS: `--x=${token}`, TZ: 'Europe/Paris' };
  const part = partOf({ details: { ...details.details, variables } });
  expect(maskPart(part, maskOf()).details?.variables).toEqual({
    XLA_FLAGS: expect.stringMatching(/^--x=\[secret: [\w-]+\]$/),
    TZ: 'Europe/Paris'
  });
});

test.each([
  [{ system: 'Debian\nimport os' }, 'system'],
  [{ executableName: 'x'.repeat(301) }, 'executableName'],
  [{ executable: 'other' }, 'executable'],
  [{ timeZone: 7 }, 'timeZone'],
  [{ locale: ['C'] }, 'locale']
] as const)('%j is not taken', (change, field) => {
  expect(changed(change)?.[field]).toBe('');
});

test.each([
  ['vcs', 'https://host.example/$(touch x).git', ''],
  ['vcs', 'https://host.example/a.git"; import os', ''],
  ['vcs', 'https://host.example/a.git', 'main; rm'],
  ['archive', 'javascript:alert(1)', ''],
  ['editable', '/work/a\nb', ''],
  ['conda', 'forge "x"', ''],
  ['pip', 'https://host.example/a.git', '']
])('an origin %s %s %s is left out and counted', (kind, url, revision) => {
  const part = partOf({ origins: [['torch', kind, url, revision, '']] });
  expect(part.origins.get('torch')).toBeUndefined();
  expect(part.dropped).toBe(1);
});

test.each([
  ['editable', '/work/my tool'],
  ['local', 'C:/work/tool'],
  ['archive', '/work/tool-1.0.whl'],
  ['archive', 'https://host.example/tool-1.0.whl']
])('an origin %s %s is taken as it is', (kind, url) => {
  const origins = [['torch', kind, url, '', '']];
  expect(partOf({ origins }).origins.get('torch')).toEqual({
    kind,
    url,
    revision: ''
  });
});
