// What was told and dismissed is kept at once, for each notebook and server, in a storage that may fail.
import { DriftMemories, type TextStorage } from '../drift/drift-memory';

class FakeStorage implements TextStorage {
  readonly texts = new Map<string, string>();

  getItem(key: string): string | null {
    return this.texts.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    this.texts.set(key, value);
  }
}

const fail = (error: unknown): never => {
  throw error;
};

const memories = (storage: TextStorage | null, server = '/a/') =>
  new DriftMemories(storage, server, fail);

const dismissed = { dismissed: 'one', told: 'one' };
const blank = { dismissed: '', told: '' };

it('is known to a page that is loaded in the next moment', () => {
  const storage = new FakeStorage();
  memories(storage).save('a.ipynb', dismissed);
  expect(memories(storage).load('a.ipynb')).toEqual(dismissed);
  expect(memories(storage).load('b.ipynb')).toEqual(blank);
  expect(memories(storage, '/b/').load('a.ipynb')).toEqual(blank);
});

it('takes over what another page wrote meanwhile', () => {
  const storage = new FakeStorage();
  const [one, other] = [memories(storage), memories(storage)];
  one.save('a.ipynb', dismissed);
  other.save('b.ipynb', { ...dismissed, told: 'two' });
  expect(one.load('b.ipynb').told).toBe('two');
  expect(other.load('a.ipynb')).toEqual(dismissed);
});

it('forgets the notebooks that were written the longest ago', () => {
  const storage = new FakeStorage();
  const kept = memories(storage);
  kept.save('first', dismissed);
  kept.save('second', dismissed);
  kept.save('first', { ...dismissed, told: 'again' });
  for (let n = 0; n < 199; n++) {
    kept.save(`n${n}`, dismissed);
  }
  expect(kept.load('second')).toEqual(blank);
  expect(kept.load('first').told).toBe('again');
});

it.each([
  'no json',
  '[1]',
  'null',
  '{"a.ipynb": null}',
  '{"a.ipynb": {"dismissed": 1}}'
])('remembers nothing where %s is stored, and can write again', text => {
  const storage = new FakeStorage();
  storage.texts.set('jupyterlab-retrace:drift:/a/', text);
  const faults: unknown[] = [];
  const kept = new DriftMemories(storage, '/a/', fault => faults.push(fault));
  expect(kept.load('a.ipynb')).toEqual(blank);
  kept.save('a.ipynb', dismissed);
  expect(memories(storage).load('a.ipynb')).toEqual(dismissed);
});

it('lasts as long as the page without a storage, or with a full one, and says so', () => {
  expect(memories(null).load('a.ipynb')).toEqual(blank);
  memories(null).save('a.ipynb', dismissed);
  const faults: unknown[] = [];
  const full: TextStorage = {
    getItem: () => null,
    setItem: () => fail(new Error('full'))
  };
  new DriftMemories(full, '/a/', fault => faults.push(fault)).save(
    'a.ipynb',
    dismissed
  );
  expect(faults).toHaveLength(1);
});
