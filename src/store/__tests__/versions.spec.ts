// Proves how pages of different releases get on: the newer one gets the database, the older one says so and goes on.
import { migrations } from '../indexeddb/migrations';
import { FakeOrigin } from '../../testing/fake-page';
import { ManualClock } from '../../testing/manual-clock';
import { aDraft, anExecutionBatch } from '../../testing/store-fixtures';

const next = [
  ...migrations,
  {
    version: migrations.length + 1,
    async up(database: { createObjectStore(name: string): unknown }) {
      database.createObjectStore('bookmarks');
    }
  }
];

test('an older page lets go of the database, and says what to do', async () => {
  const origin = new FakeOrigin();
  const older = origin.page();
  const run = await older.openRun(aDraft('r1'));
  await older.append(anExecutionBatch(run, 'a'));
  const newer = origin.page({ migrations: next });
  await newer.ready;
  expect(newer.state.condition).toBe('ready');
  expect(older.state.condition).toBe('read-only');
  expect(older.state.message).toMatch(/Reload this tab/);
  expect(await newer.executions(run.runId)).toHaveLength(1);
  await older.append(anExecutionBatch(run, 'b'));
  expect(await newer.executions(run.runId)).toHaveLength(1);
  older.dispose();
  newer.dispose();
});

test('older code that comes later does not touch the database', async () => {
  const origin = new FakeOrigin();
  const newer = origin.page({ migrations: next });
  const run = await newer.openRun(aDraft('r1'));
  await newer.append(anExecutionBatch(run, 'a'));
  const older = origin.page();
  await older.ready;
  expect(older.state.condition).toBe('read-only');
  await older.append(anExecutionBatch(run, 'b'));
  expect(newer.state.condition).toBe('ready');
  expect(await newer.executions(run.runId)).toHaveLength(1);
  older.dispose();
  newer.dispose();
});

test('a page that is kept waiting asks the others to give way', async () => {
  const origin = new FakeOrigin();
  const clock = new ManualClock();
  const stubborn = await new Promise<IDBDatabase>(resolve => {
    const request = origin.factory.open(
      'jupyterlab-retrace:v1:http://localhost:8888/',
      1
    );
    request.onsuccess = () => resolve(request.result);
  });
  const messages: string[] = [];
  const newer = origin.page({ migrations: next, clock });
  newer.stateChanged.connect((_s, state) => void messages.push(state.message));
  await clock.until(newer.ready);
  expect(messages[0]).toMatch(/Close or reload the other JupyterLab tabs/);
  const run = await clock.until(newer.openRun(aDraft('r1')));
  expect(newer.state.condition).toBe('memory');
  expect(run.number).toBe(1);
  stubborn.close();
  newer.dispose();
});

test('a step that fails leaves the database as it was', async () => {
  const origin = new FakeOrigin();
  const before = origin.page();
  const run = await before.openRun(aDraft('r1'));
  before.dispose();
  await before.ready;
  const broken = [
    ...migrations,
    {
      version: migrations.length + 1,
      async up(database: { createObjectStore(name: string): unknown }) {
        database.createObjectStore('half');
        throw new Error('in the middle');
      }
    }
  ];
  const clock = new ManualClock();
  const store = origin.page({ migrations: broken, clock });
  await clock.until(store.openRun(aDraft('r2')));
  expect(store.state.condition).toBe('memory');
  store.dispose();
  const after = origin.page();
  expect(await after.get(run.runId)).toEqual(run);
  after.dispose();
});
