// Proves for the n-th failure of every call to the database, one after the other, that nothing acknowledged is lost.
import { createRunStore } from '..';
import { asRunId, executionIdOf, type ExecutionId } from '../../model';
import { FDBFactory } from '../../testing/fake-indexeddb';
import { ManualClock } from '../../testing/manual-clock';
import {
  injectFault,
  type FaultKind,
  type FaultPlace
} from '../../testing/store-faults';
import {
  aDocument,
  aDraft,
  anExecutionBatch,
  aStream
} from '../../testing/store-fixtures';
import type { IRunStore } from '../../tokens';

const bare = { storage: null, openPort: () => null, buckets: null };

function makeStore(factory: IDBFactory, clock: ManualClock): IRunStore {
  return createRunStore({
    baseUrl: '/',
    indexedDB: () => factory,
    clock,
    ...bare
  });
}

/** A morning's work; answers what was acknowledged while the store said that it keeps things. */
async function work(store: IRunStore): Promise<ExecutionId[]> {
  const kept: ExecutionId[] = [];
  const run = await store.openRun(aDraft('r1'));
  const document = aDocument(['a', 'b']);
  for (const msgId of ['a', 'b']) {
    await store.append(anExecutionBatch(run, msgId, { status: 'running' }));
    const batch = anExecutionBatch(run, msgId, {
      documentHash: document.documentHash
    });
    await store.append({
      ...batch,
      documents: [document],
      isBarrier: msgId === 'b',
      payloads: batch.payloads.map(payload => ({
        ...payload,
        outputs: [aStream(msgId.repeat(4000))]
      }))
    });
    kept.push(executionIdOf(run.runId, msgId));
  }
  return kept;
}

/** What must hold of a database, whatever happened. */
async function expectWhole(store: IRunStore): Promise<void> {
  let executions = 0;
  for (const run of await store.list({})) {
    const heads = await store.executions(run.runId);
    executions += heads.length;
    const sequences = heads.map(head => head.sequence);
    expect(sequences).toEqual(heads.map((_, at) => at + 1));
    expect(run.executionCount).toBe(heads.length);
    for (const head of heads) {
      const payload = await store.payload(head.executionId);
      const isWhole = payload.source !== null && payload.outputs !== null;
      expect(isWhole || head.gaps.includes('payload-lost')).toBe(true);
    }
  }
  const usage = await store.usage();
  expect(usage.executions).toBe(executions);
}

const kinds: readonly FaultKind[] = [
  {
    name: 'InvalidStateError',
    message: 'The database connection is closing.',
    isAbort: false
  },
  { name: 'QuotaExceededError', message: '', isAbort: true },
  { name: '', message: '', isAbort: true },
  { name: 'QuotaExceededError', message: '', isAbort: true, isSilent: true },
  { name: 'DataError', message: 'Failed to write blobs', isAbort: false },
  { name: 'UnknownError', message: 'Connection lost', isAbort: true },
  { name: 'DataCloneError', message: 'not data', isAbort: false }
];
const openKinds: readonly FaultKind[] = [
  {
    name: 'UnknownError',
    message: 'Internal error opening backing store for indexedDB.open.',
    isAbort: false
  },
  { name: 'InvalidStateError', message: '', isAbort: false }
];

// Every case is a loop over all calls.
describe('one failure at each call', () => {
  const cases: [FaultPlace, FaultKind][] = [
    ...kinds.map((kind): [FaultPlace, FaultKind] => ['put', kind]),
    ...kinds
      .filter(kind => kind.name !== 'DataCloneError' && !kind.isSilent)
      .map((kind): [FaultPlace, FaultKind] => ['commit', kind]),
    ...openKinds.map((kind): [FaultPlace, FaultKind] => ['open', kind])
  ];

  test.each(cases)('%s fails with %j', async (place, kind) => {
    // The first record of all is the account, a handful of numbers.
    let at = kind.name === 'DataCloneError' ? 1 : 0;
    for (let isStruck = true; isStruck;) {
      at++;
      const factory = new FDBFactory();
      const clock = new ManualClock();
      const undo = injectFault({ place, kind, at });
      const store = makeStore(factory, clock);
      const kept = await clock.until(work(store));
      isStruck = undo() >= at;
      await clock.until(store.rename('nothing', 'nothing'));
      expect(['ready', 'heads-only']).toContain(store.state.condition);
      await expectWhole(store);
      store.dispose();

      const later = makeStore(factory, clock);
      await later.ready;
      const stored = await later.executions(asRunId('r1'));
      expect(stored.map(head => head.executionId)).toEqual(kept);
      expect(stored.map(head => head.status)).toEqual(kept.map(() => 'ok'));
      await expectWhole(later);
      later.dispose();
    }
    expect(at).toBeGreaterThan(1);
  });
});

describe('failures that stay', () => {
  const run = async (place: FaultPlace, kind: FaultKind, at = 1) => {
    const factory = new FDBFactory();
    const clock = new ManualClock();
    const undo = injectFault({ place, kind, at, times: Infinity });
    const store = makeStore(factory, clock);
    const kept = await clock.until(work(store));
    await clock.until(store.rename('nothing', 'nothing'));
    return { store, clock, kept, undo };
  };

  test.each([
    ['open', openKinds[0]],
    ['open', openKinds[1]],
    ['put', kinds[0]],
    ['put', kinds[1]],
    ['put', kinds[2]],
    ['put', kinds[3]],
    ['commit', kinds[5]]
  ] as [FaultPlace, FaultKind][])(
    '%s for ever %j: memory takes over, with all that was recorded',
    async (place, kind) => {
      for (const at of [1, 3, 5]) {
        const { store, kept, undo } = await run(place, kind, at);
        const stored = await store.executions(asRunId('r1'));
        if (place === 'open' && at > 1) {
          expect(store.state.condition).toBe('ready');
        } else {
          expect(store.state.condition).toBe('memory');
          expect(store.state.message).toMatch(/ is kept only until .*\. .*\.$/);
          expect(/no room left/.test(store.state.message)).toBe(
            kind.name === 'QuotaExceededError'
          );
        }
        expect(stored.length).toBeGreaterThan(0);
        expect(kept.slice(-1)[0]).toBe(stored.slice(-1)[0]?.executionId);
        await expectWhole(store);
        undo();
        store.dispose();
      }
    }
  );
});
