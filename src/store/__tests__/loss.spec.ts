// Proves that records which are gone are noticed, and that nothing else is taken for a loss.
import { FakeOrigin } from '../../testing/fake-page';
import { FDBFactory } from '../../testing/fake-indexeddb';
import { ManualClock } from '../../testing/manual-clock';
import { tamper } from '../../testing/raw-database';
import { aDraft, anExecutionBatch } from '../../testing/store-fixtures';
import type { IRunStore } from '../../tokens';

async function record(store: IRunStore, id: string): Promise<void> {
  const run = await store.openRun(aDraft(id));
  await store.append(anExecutionBatch(run, 'a'));
  await store.append({ ...anExecutionBatch(run, 'b'), isBarrier: true });
}

/** Two runs of two executions each, recorded by a page that is gone. */
async function makeHistory(): Promise<FakeOrigin> {
  const origin = new FakeOrigin();
  const store = origin.page();
  await record(store, 'r1');
  await record(store, 'r2');
  store.dispose();
  return origin;
}

async function lossOf(
  origin: FakeOrigin,
  parts: Parameters<FakeOrigin['page']>[0] = {}
): Promise<string> {
  const store = origin.page(parts);
  await store.ready;
  const { loss } = store.state;
  store.dispose();
  return loss;
}

test('an untouched database has lost nothing', async () => {
  const origin = await makeHistory();
  expect(await lossOf(origin)).toBe('');
  expect(await lossOf(origin)).toBe('');
});

test('an empty database where there was a full one', async () => {
  const origin = await makeHistory();
  const indexedDB = () => emptied;
  const emptied = new FDBFactory();
  expect(await lossOf(origin, { indexedDB })).toMatch(
    /^2 runs recorded at this address before \d{4}-\d\d-\d\d are gone: .*cleared or damaged\. Export/
  );
});

test('is told again for a week, then no more', async () => {
  const origin = await makeHistory();
  const emptied = new FDBFactory();
  const indexedDB = () => emptied;
  const at = (days: number) => ({
    indexedDB,
    clock: new ManualClock(Date.now() + days * 24 * 3600 * 1000)
  });
  expect(await lossOf(origin, at(0))).toMatch(/^2 runs/);
  expect(await lossOf(origin, at(6))).toMatch(/^2 runs/);
  expect(await lossOf(origin, at(8))).toBe('');
});

test('a run that is missing', async () => {
  const origin = await makeHistory();
  await tamper(origin, 'runs', runs => runs.delete('r1'));
  expect(await lossOf(origin)).toMatch(/^1 run recorded .* is gone/);
});

test('executions that are missing at the end of a run', async () => {
  const origin = await makeHistory();
  await tamper(origin, 'executions', heads => heads.delete('r2/b'));
  expect(await lossOf(origin)).toMatch(/^1 execution recorded .* is gone/);
});

test('a log that was cut: the database is in order, and older than what is known', async () => {
  const origin = await makeHistory();
  const [key, text] = [...origin.local][0] ?? ['', ''];
  const known = JSON.parse(text) as { executions: number; ordinal: number };
  origin.local.set(
    key,
    JSON.stringify({ ...known, ordinal: known.ordinal + 3 })
  );
  expect(await lossOf(origin)).toMatch(/^3 runs/);
  const later = await makeHistory();
  later.local.set(
    key,
    JSON.stringify({
      ...(JSON.parse(later.local.get(key) ?? '') as object),
      executions: 9
    })
  );
  expect(await lossOf(later)).toMatch(/^5 executions/);
});

test('what the browser itself says', async () => {
  const origin = new FakeOrigin();
  const original: unknown = Reflect.get(origin.factory, 'open');
  Reflect.set(origin.factory, 'open', (name: string, version: number) => {
    const request = Reflect.apply(
      original as (name: string, version: number) => IDBOpenDBRequest,
      origin.factory,
      [name, version]
    );
    request.addEventListener('upgradeneeded', event => {
      Reflect.set(event, 'dataLoss', 'total');
    });
    return request;
  });
  const loss = await lossOf(origin);
  expect(loss === '' || /found its storage damaged/.test(loss)).toBe(true);
});

test('removing, clearing and pruning are no losses', async () => {
  const origin = await makeHistory();
  const store = origin.page();
  const [newest] = await store.list({});
  await store.remove(newest === undefined ? [] : [newest.runId]);
  store.dispose();
  expect(await lossOf(origin)).toBe('');
  const other = origin.page();
  await other.clear();
  expect(origin.local.size).toBe(0);
  await record(other, 'r3');
  other.dispose();
  expect(await lossOf(origin)).toBe('');
});

test('removing in a page whose copy was not written is no loss', async () => {
  const origin = await makeHistory();
  const copies = [...origin.local];
  const store = origin.page();
  await store.remove((await store.list({})).map(run => run.runId));
  store.dispose();
  copies.forEach(([key, text]) => origin.local.set(key, text));
  expect(await lossOf(origin)).toBe('');
});

test.each(['', 'nonsense', 'null', '[]', '{"runs": -1}', '{"databaseId": 3}'])(
  'a copy that reads %j is no copy',
  async text => {
    const origin = await makeHistory();
    const [key] = [...origin.local.keys()];
    origin.local.set(key ?? '', text);
    expect(await lossOf(origin)).toBe('');
  }
);

test('a second place that throws is none', async () => {
  const refuse = (): never => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  const storage = { getItem: refuse, setItem: refuse, removeItem: refuse };
  const store = new FakeOrigin().page({ storage });
  await record(store, 'r1');
  await store.clear();
  expect(store.state).toEqual({ condition: 'ready', message: '', loss: '' });
  store.dispose();
});
