// Proves that every migration runs on what the release before it wrote. A new step needs a database in `written`.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { FakeOrigin } from '../../testing/fake-page';
import { aDraft, anExecutionBatch } from '../../testing/store-fixtures';
import { migrations } from '../indexeddb/migrations';
import { indexNames, keyPaths, storeNames } from '../records';

type Origin = FakeOrigin;

/** For each version, how the release that had it leaves a database behind; 0 is none at all. */
const written: readonly ((origin: Origin) => Promise<void>)[] = [
  async () => undefined
];

test('steps are numbered without a gap, one file each', () => {
  const numbers = migrations.map(step => step.version);
  expect(numbers).toEqual(migrations.map((_, at) => at + 1));
  const files = readdirSync(join(__dirname, '../indexeddb/migrations'))
    .filter(name => /^\d{3}-[a-z-]+\.ts$/.test(name))
    .sort();
  expect(files.map(name => Number(name.slice(0, 3)))).toEqual(numbers);
  expect(written).toHaveLength(migrations.length);
});

test.each(migrations.map(step => step.version))(
  'version %i comes about from the version before, and holds runs',
  async version => {
    const origin = new FakeOrigin();
    await written[version - 1]?.(origin);
    const steps = migrations.slice(0, version);
    const store = origin.page({ migrations: steps });
    const run = await store.openRun(aDraft('new'));
    await store.append(anExecutionBatch(run, 'a'));
    expect(store.state).toMatchObject({ condition: 'ready', loss: '' });
    store.dispose();
  }
);

test('the last version has the object stores and indexes that the types name', async () => {
  const origin = new FakeOrigin();
  const store = origin.page();
  await store.ready;
  const database = await new Promise<IDBDatabase>(resolve => {
    const request = origin.factory.open(
      'jupyterlab-retrace:v1:http://localhost:8888/'
    );
    request.onsuccess = () => resolve(request.result);
  });
  expect([...database.objectStoreNames]).toEqual([...storeNames].sort());
  const transaction = database.transaction(storeNames);
  for (const name of storeNames) {
    const objectStore = transaction.objectStore(name);
    expect(objectStore.keyPath).toBe(keyPaths[name]);
    expect([...objectStore.indexNames]).toEqual([...indexNames[name]].sort());
    for (const index of objectStore.indexNames) {
      expect(objectStore.index(index).keyPath).toBe(index);
    }
  }
  database.close();
  store.dispose();
});
