// Drift is told once, shown until it is dismissed, and comes back with another difference.
import type { Drift } from '../../facts';
import { DriftWatch, type DriftMemory } from '../drift/drift-watch';

const drift = (key: string): Drift => ({ key }) as unknown as Drift;

function setUp(before: DriftMemory = { dismissed: '', told: '' }) {
  let memory = before;
  let found: Drift | null = null;
  const told: string[] = [];
  const changes: string[] = [];
  let work: Promise<void> = Promise.resolve();
  const watch = new DriftWatch({
    find: () => Promise.resolve(found),
    load: () => memory,
    save: (_, saved) => (memory = saved),
    tell: (_, { key }) => told.push(key),
    pacerOf: run => ({
      request: () => (work = work.then(run)),
      dispose: () => undefined,
      isDisposed: false
    })
  });
  watch.changed.connect((_, path) => changes.push(path));
  return {
    watch,
    told,
    changes,
    saved: () => memory,
    look: async (next: Drift | null) => {
      found = next;
      watch.request('a.ipynb');
      await work;
    }
  };
}

it('shows drift, and tells of each difference once', async () => {
  const { changes, look, told, watch } = setUp();
  await look(drift('one'));
  await look(drift('one'));
  expect(watch.drift('a.ipynb')?.key).toBe('one');
  await look(null);
  expect(watch.drift('a.ipynb')).toBeNull();
  await look(drift('one'));
  await look(drift('two'));
  expect(told).toEqual(['one', 'two']);
  expect(changes).toHaveLength(4);
});

it('is silent once dismissed, until the difference is another', async () => {
  const { look, saved, told, watch } = setUp();
  await look(drift('one'));
  watch.dismiss('a.ipynb');
  expect(watch.drift('a.ipynb')).toBeNull();
  expect(saved().dismissed).toBe('one');
  await look(drift('two'));
  expect(watch.drift('a.ipynb')?.key).toBe('two');
  expect(told).toEqual(['one', 'two']);
});

it('remembers over a reload what was dismissed and what was told', async () => {
  const dismissed = setUp({ dismissed: 'one', told: 'one' });
  await dismissed.look(drift('one'));
  expect(dismissed.watch.drift('a.ipynb')).toBeNull();
  expect(dismissed.told).toEqual([]);

  const told = setUp({ dismissed: '', told: 'one' });
  await told.look(drift('one'));
  expect(told.watch.drift('a.ipynb')?.key).toBe('one');
  expect(told.told).toEqual([]);
});
