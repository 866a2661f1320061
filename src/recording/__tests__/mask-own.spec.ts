// The user's own patterns hold in everything that a probe tells, before it is kept and when it is masked anew.
import {
  asRunId,
  executionIdOf,
  emptyContext,
  type Environment,
  type ExecutionReport,
  type GitState
} from '../../model';
import { anEnvironment, someDetails } from '../../testing/environments';
import { aNotebook } from '../../testing/run-builder';
import {
  customPatterns,
  maskCode,
  maskContext,
  maskHistory,
  maskOf,
  maskPart
} from '..';
import { maskReport } from '../mask-report';

const SECRET = 'ACME-123456';
const mask = maskOf(customPatterns(['ACME-[0-9]{6}']).patterns);

const git: GitState = {
  remote: `https://a.example/${SECRET}.git`,
  branch: `feature/${SECRET}`,
  commit: 'abc',
  isDirty: true,
  diff: `+ ${SECRET}`
};

const details = someDetails({
  image: `registry.example/${SECRET}`,
  executableName: SECRET,
  variables: { XLA_FLAGS: `--key=${SECRET}`, TZ: 'Europe/Paris' }
});

const origin = { kind: 'vcs', url: git.remote, revision: 'abc' } as const;

const holds = (value: unknown): boolean =>
  JSON.stringify(value, (_, part: unknown) =>
    part instanceof Map ? [...part] : part
  ).includes(SECRET);

it('in variables, image, name and origins of an environment', () => {
  const part = {
    details,
    origins: new Map([['tool', origin]]),
    dropped: 0
  } as unknown as Parameters<typeof maskPart>[0];
  const masked = maskPart(part, mask);
  expect(holds(part)).toBe(true);
  expect(holds(masked)).toBe(false);
  expect(masked.details?.variables.TZ).toBe('Europe/Paris');
  expect(masked.origins.get('tool')?.revision).toBe('abc');
});

it('in the environment of a run that was recorded before the pattern was', () => {
  const [history] = aNotebook().cell('a', '1').run('a').build().runs;
  const environment: Environment = {
    ...anEnvironment({ tool: '1' }, { details }),
    packages: [{ name: 'tool', version: '1', origin }]
  };
  if (!history) {
    throw new Error('Nothing ran.');
  }
  const masked = maskHistory(mask, { ...history, environment });
  expect(holds(masked.environment)).toBe(false);
  expect(masked.environment?.packages[0]?.origin?.kind).toBe('vcs');
});

it('in remote, branch and diff of the repository', () => {
  const code = {
    first: { workingDirectory: '', git },
    later: { msgId: 'm1', git, unknown: '' },
    modules: [],
    unknown: {}
  };
  expect(holds(maskCode(code, mask))).toBe(false);
  const after = executionIdOf(asRunId('r'), 'm1');
  const context = {
    ...emptyContext(asRunId('r')),
    git,
    gitChanges: [{ after, git, unknown: '' }]
  };
  expect(holds(maskContext(mask, context))).toBe(false);
  expect(maskContext(mask, context).git?.commit).toBe('abc');
});

it('in values, addresses and seeds of a report', () => {
  const report = {
    scalars: { name: SECRET, lr: 0.1 },
    addresses: [{ kind: 'url', address: `https://a.example/${SECRET}` }],
    seedings: [{ stream: 'own', seed: SECRET }]
  } as unknown as ExecutionReport;
  const masked = maskReport(mask, report);
  expect(holds(masked)).toBe(false);
  expect(masked.scalars?.lr).toBe(0.1);
  expect(masked).not.toHaveProperty('files');
});
