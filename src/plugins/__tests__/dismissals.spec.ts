// What was dismissed is kept for each notebook, survives faults of its storage, and can be taken back.
import { asCellId } from '../../model';
import type { PublishedFinding } from '../../tokens';
import { Dismissed, type DismissedOptions } from '../dismissals/dismissals';

const finding = (identity: string, code = 'RT006'): PublishedFinding => ({
  code,
  rule: 'any',
  severity: 'differs',
  cause: { kind: 'edited', name: null, cellId: null, executionId: null },
  names: [],
  subject: asCellId('a'),
  affected: [asCellId('a')],
  evidence: [],
  remedy: null,
  identity
});

function dismissed(options: Partial<DismissedOptions> = {}): {
  readonly service: Dismissed;
  readonly saved: Map<string, readonly string[]>;
  readonly changes: (string | null)[];
  readonly faults: unknown[];
} {
  const saved = new Map<string, readonly string[]>();
  const faults: unknown[] = [];
  const save = (key: string, values: readonly string[]): Promise<void> => {
    saved.set(key, values);
    return Promise.resolve();
  };
  const service = new Dismissed({
    identities: {
      load: path => Promise.resolve(saved.get(path) ?? []),
      save
    },
    rules: { save: codes => save('rules', codes) },
    report: fault => faults.push(fault),
    ...options
  });
  const changes: (string | null)[] = [];
  service.changed.connect((_, path) => changes.push(path));
  return { service, saved, changes, faults };
}

const known = (service: Dismissed, path = 'n'): readonly string[] => [
  ...service.of(path).identities
];

it('keeps findings for each notebook apart, and writes them', async () => {
  const { changes, saved, service } = dismissed();
  await service.load('n');
  service.dismiss('n', finding('1'));
  service.dismiss('n', finding('2'));
  expect(known(service)).toEqual(['1', '2']);
  expect(known(service, 'other')).toEqual([]);
  expect(saved.get('n')).toEqual(['1', '2']);
  expect(changes).toEqual(['n', 'n']);
});

it('takes a finding back, and its rule where that dismissed it', () => {
  const { saved, service } = dismissed();
  service.dismiss('n', finding('1'));
  service.dismissRule('RT006');
  service.dismissRule('RT001');
  service.restore('n', finding('1'));
  expect(known(service)).toEqual([]);
  expect([...service.of('n').codes]).toEqual(['RT001']);
  expect(saved.get('rules')).toEqual(['RT001']);
});

it('reads once, and adds what was dismissed before the answer came', async () => {
  let answer: (stored: readonly string[]) => void = () => undefined;
  let reads = 0;
  const { service } = dismissed({
    identities: {
      load: () => {
        reads += 1;
        return new Promise(resolve => (answer = resolve));
      },
      save: () => Promise.resolve()
    }
  });
  const loaded = Promise.all([service.load('n'), service.load('n')]);
  service.dismiss('n', finding('new'));
  answer(['old']);
  await loaded;
  expect(known(service)).toEqual(['old', 'new']);
  expect(reads).toBe(1);
});

it('follows the settings, and is silent when they say the same', () => {
  const { changes, service } = dismissed();
  service.showRules(['RT018']);
  service.showRules(['RT018']);
  expect(changes).toEqual([null]);
  expect([...service.of('n').codes]).toEqual(['RT018']);
});

it('a storage that fails is reported, and the page goes on', async () => {
  const fail = (): Promise<never> => Promise.reject(new Error('full'));
  const { faults, service } = dismissed({
    identities: { load: fail, save: fail },
    rules: { save: fail }
  });
  await service.load('n');
  service.dismiss('n', finding('1'));
  service.dismissRule('RT001');
  await Promise.resolve();
  expect(known(service)).toEqual(['1']);
  expect(faults).toHaveLength(3);
});

it('forgets the oldest of very many', () => {
  const { service } = dismissed();
  for (let at = 0; at <= 500; at += 1) {
    service.dismiss('n', finding(`${at}`));
  }
  expect(known(service)).toHaveLength(500);
  expect(known(service)).not.toContain('0');
});
