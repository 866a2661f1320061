// Proves that what each release wrote is there after the steps that came since. A new step needs what the release
// before it wrote, in `written`.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { unwrap } from 'idb';

import { asRunId } from '../../model';
import { FakeOrigin } from '../../testing/fake-page';
import { ManualClock } from '../../testing/manual-clock';
import { aContext, aProof } from '../../testing/annexes';
import {
  aDraft,
  anExecutionBatch,
  aStream
} from '../../testing/store-fixtures';
import { migrations } from '../indexeddb/migrations';
import { openDatabase } from '../indexeddb/open';
import { indexNames, keyPaths, storeNames } from '../records';

const databaseName = 'jupyterlab-retrace:v1:http://localhost:8888/';

/** For each version, what the release that had it wrote; 0 is none at all. */
const written: readonly string[] = ['', 'version-1.json'];

const folder = join(__dirname, '../../testing/databases');

/** Puts a database as an earlier release left it behind. */
async function write(origin: FakeOrigin, version: number): Promise<void> {
  const text = readFileSync(join(folder, written[version] ?? ''), 'utf8');
  const contents = JSON.parse(text, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && 'base64' in value
      ? new Uint8Array(Buffer.from(String(value.base64), 'base64'))
      : value
  ) as { readonly [store: string]: readonly unknown[] };
  const { database } = await openDatabase({
    factory: origin.factory,
    name: databaseName,
    migrations: migrations.slice(0, version),
    clock: new ManualClock(),
    patienceMs: 1000,
    onBlocked: () => undefined,
    onBlocking: () => undefined,
    onTerminated: () => undefined
  });
  const raw = unwrap(database);
  const transaction = raw.transaction(Object.keys(contents), 'readwrite');
  for (const [name, records] of Object.entries(contents)) {
    records.forEach(record => transaction.objectStore(name).put(record));
  }
  await new Promise(resolve => {
    transaction.oncomplete = resolve;
  });
  raw.close();
}

test('steps are numbered without a gap, one file each', () => {
  const numbers = migrations.map(step => step.version);
  expect(numbers).toEqual(migrations.map((_, at) => at + 1));
  const files = readdirSync(join(__dirname, '../indexeddb/migrations'))
    .filter(name => /^\d{3}-[a-z-]+\.ts$/.test(name))
    .sort();
  expect(files.map(name => Number(name.slice(0, 3)))).toEqual(numbers);
  expect(written).toHaveLength(migrations.length);
});

describe.each(written.map((_, version) => version).slice(1))(
  'a database that version %i wrote',
  version => {
    test('comes back whole', async () => {
      const origin = new FakeOrigin();
      await write(origin, version);
      const store = origin.page();
      const runs = await store.list({});
      expect(store.state).toEqual({
        condition: 'ready',
        message: '',
        loss: ''
      });
      expect(runs.map(run => [run.runId, run.executionCount])).toEqual([
        ['r2', 0],
        ['r1', 2]
      ]);
      const history = await store.history(asRunId('r1'));
      expect([...(history?.sources.values() ?? [])]).toEqual([
        'print("a")',
        'print("b")'
      ]);
      expect(history?.environment?.packages).toHaveLength(1);
      const [first, second] = history!.executions;
      expect(await store.document(first!.documentHash!)).toHaveLength(2);
      const { outputs } = await store.payload(second!.executionId);
      expect(outputs).toEqual([
        aStream('b'.repeat(1500)),
        {
          output_type: 'display_data',
          data: { 'image/png': 'bm90IGEgcGljdHVyZSwgYnV0IGJ5dGVz' },
          metadata: {}
        }
      ]);
      store.dispose();
    });

    test('is gone on with: runs, contexts and proofs', async () => {
      const origin = new FakeOrigin();
      await write(origin, version);
      const store = origin.page();
      const run = await store.openRun(aDraft('r1'));
      await store.append(anExecutionBatch(run, 'c'));
      await store.putContext(aContext(run));
      await store.addProof(aProof(run, 'p1'));
      store.dispose();
      const later = origin.page();
      expect(await later.executions(run.runId)).toHaveLength(3);
      expect(await later.context(run.runId)).toEqual(aContext(run));
      expect(await later.proofs({ runId: run.runId })).toHaveLength(1);
      await later.remove([run.runId, asRunId('r2')]);
      expect(await later.usage()).toMatchObject({ runs: 0, bytes: 0 });
      later.dispose();
    });
  }
);

test('the last version has the object stores and indexes that the types name', async () => {
  const origin = new FakeOrigin();
  const store = origin.page();
  await store.ready;
  const database = await new Promise<IDBDatabase>(resolve => {
    const request = origin.factory.open(databaseName);
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
