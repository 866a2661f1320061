// Proves that no state of the browser's storage keeps the page from starting or from recording.
import { FakeOrigin } from '../../testing/fake-page';
import { FDBFactory, forceCloseDatabase } from '../../testing/fake-indexeddb';
import { ManualClock } from '../../testing/manual-clock';
import { injectFault } from '../../testing/store-faults';
import { aDraft, anExecutionBatch } from '../../testing/store-fixtures';
import type { IRunStore } from '../../tokens';

async function expectRecording(store: IRunStore): Promise<void> {
  const run = await store.openRun(aDraft('r1'));
  await store.append(anExecutionBatch(run, 'a'));
  expect(await store.executions(run.runId)).toHaveLength(1);
}

/** A request that never calls back. */
const silent = { open: () => ({}) } as unknown as IDBFactory;
const forbidden = (): IDBFactory => {
  throw new DOMException('The operation is insecure.', 'SecurityError');
};
const refused = {
  open: () => {
    throw new DOMException('Access is denied.', 'SecurityError');
  }
} as unknown as IDBFactory;

test.each<[string, () => IDBFactory | null | undefined, RegExp]>([
  ['is missing', () => undefined, /offers no storage/],
  ['is null', () => null, /offers no storage/],
  ['is forbidden to look at', forbidden, /does not let this page store/],
  ['is forbidden to open', () => refused, /does not let this page store/],
  ['never answers', () => silent, /does not answer/]
])(
  'where IndexedDB %s, memory takes its place',
  async (_how, indexedDB, says) => {
    const clock = new ManualClock();
    const started = clock.now();
    const store = new FakeOrigin().page({ indexedDB, clock });
    expect(store.state.condition).toBe('opening');
    const recording = expectRecording(store);
    await clock.until(store.ready);
    expect(clock.now() - started).toBeLessThanOrEqual(5000);
    await clock.until(recording);
    expect(store.state).toMatchObject({ condition: 'memory', loss: '' });
    expect(store.state.message).toMatch(says);
    expect(store.state.message).toMatch(
      /kept only until this page is closed\. /
    );
    store.dispose();
  }
);

describe('a damaged default place', () => {
  const kind = {
    name: 'UnknownError',
    message: 'Internal error opening backing store for indexedDB.open.',
    isAbort: false
  };

  test('is tried three times, and then left for a spare one', async () => {
    const clock = new ManualClock();
    const broken = new FDBFactory();
    const spare = new FDBFactory();
    let tries = 0;
    Reflect.set(broken, 'open', () => {
      tries++;
      const request = {
        error: new DOMException(kind.message, kind.name),
        onerror: null as null | (() => void)
      };
      setImmediate(() => request.onerror?.());
      return request;
    });
    const deleted: string[] = [];
    const store = new FakeOrigin().page({
      clock,
      indexedDB: () => broken,
      buckets: {
        open: async () => ({ indexedDB: spare }),
        delete: async name => void deleted.push(name)
      }
    });
    await clock.until(expectRecording(store));
    expect(tries).toBe(3);
    expect(store.state.condition).toBe('ready');
    expect(store.state.loss).toMatch(/damaged; new runs are kept in a spare/);
    await store.clear();
    expect(deleted).toEqual([]);
    await clock.until(expectRecording(store));
    store.dispose();
  });

  test('without a spare one tells how to clear the site data', async () => {
    const clock = new ManualClock();
    const undo = injectFault({ place: 'open', kind, at: 1, times: Infinity });
    const store = new FakeOrigin().page({ clock });
    await clock.until(expectRecording(store));
    undo();
    expect(store.state.condition).toBe('memory');
    expect(store.state.message).toMatch(/clear the site data of this address/);
    store.dispose();
  });
});

test('a database that the browser closes is opened again', async () => {
  const origin = new FakeOrigin();
  const clock = new ManualClock();
  const store = origin.page({ clock });
  const run = await clock.until(store.openRun(aDraft('r1')));
  const connections: unknown = Reflect.get(
    [
      ...(
        Reflect.get(origin.factory, '_databases') as Map<string, object>
      ).values()
    ][0] as object,
    'connections'
  );
  for (const connection of connections as Parameters<
    typeof forceCloseDatabase
  >[0][]) {
    forceCloseDatabase(connection);
  }
  await clock.until(store.append(anExecutionBatch(run, 'a')));
  expect(await clock.until(store.executions(run.runId))).toHaveLength(1);
  expect(store.state.condition).toBe('ready');
  store.dispose();
});

test('what is handed over before the database is open is kept', async () => {
  const origin = new FakeOrigin();
  const store = origin.page();
  const opening = store.openRun(aDraft('r1'));
  expect(store.state.condition).toBe('opening');
  const run = await opening;
  void store.append(anExecutionBatch(run, 'a'));
  store.dispose();
  const later = origin.page();
  expect(await later.executions(run.runId)).toHaveLength(1);
  later.dispose();
});
