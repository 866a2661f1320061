// The cache asks the store for no more than what was written since.
import {
  asBlobHash,
  asRunId,
  type BlobHash,
  type Execution,
  type Run
} from '../../model';
import type { IRunStore } from '../../tokens';
import { HistoryCache } from '../forecaster/history-cache';

const runId = asRunId('run-1');
const query = { notebookPath: 'a.ipynb' };

function head(sequence: number | null, source: string): Execution {
  const execution: Partial<Execution> = {
    runId,
    sequence,
    sourceHash: asBlobHash(source)
  };
  return execution as Execution;
}

type Kept = {
  heads: Execution[];
  readonly runs: Run[];
  readonly executions: jest.Mock<Promise<Execution[]>, []>;
  readonly sources: jest.Mock;
};

/** A store of one run, whose heads a test may replace. */
function storeWith(heads: Execution[]): Kept & { readonly store: IRunStore } {
  const kept: Kept = {
    heads,
    runs: [{ runId, environmentId: null } as Run],
    executions: jest.fn(async () => Promise.resolve(kept.heads)),
    sources: jest.fn(async (hashes: readonly BlobHash[]) =>
      Promise.resolve(new Map(hashes.map(hash => [hash, `text of ${hash}`])))
    )
  };
  const store: unknown = {
    executions: kept.executions,
    sources: kept.sources,
    list: async () => Promise.resolve(kept.runs),
    get: async () => Promise.resolve(kept.runs[0] ?? null)
  };
  return Object.assign(kept, { store: store as IRunStore });
}

test('a run that did not change is not read again', async () => {
  const { executions, store } = storeWith([head(1, 'a')]);
  const cache = new HistoryCache(store, 10);
  const [first] = await cache.read(query);
  const [second] = await cache.read(query);
  expect(second).toBe(first);
  expect(executions).toHaveBeenCalledTimes(1);
});

test('of a run that grew, only new sources are read', async () => {
  const kept = storeWith([head(1, 'a')]);
  const cache = new HistoryCache(kept.store, 10);
  await cache.read(query);
  kept.heads = [head(1, 'a'), head(2, 'b'), head(3, 'a')];
  cache.invalidate([runId]);
  const [history] = await cache.read(query);
  expect(history?.executions).toHaveLength(3);
  expect(kept.sources.mock.calls).toEqual([[['a']], [['b']]]);
  expect([...(history?.sources.keys() ?? [])]).toEqual(['a', 'b']);
});

test('executions that wait for their turn stand apart', async () => {
  const { store } = storeWith([head(1, 'a'), head(null, 'b')]);
  const [history] = await new HistoryCache(store, 10).read(query);
  expect(history?.executions.map(each => each.sequence)).toEqual([1]);
  expect(history?.queued.map(each => each.sourceHash)).toEqual(['b']);
});

test('what is written during a read is read next time', async () => {
  const kept = storeWith([head(1, 'a')]);
  const cache = new HistoryCache(kept.store, 10);
  await cache.read(query);
  cache.invalidate([]);
  kept.executions.mockImplementationOnce(async () => {
    cache.invalidate([runId]);
    return Promise.resolve(kept.heads);
  });
  await cache.read(query);
  await cache.read(query);
  expect(kept.executions).toHaveBeenCalledTimes(3);
});

test('a run that is gone is no history', async () => {
  const kept = storeWith([head(1, 'a')]);
  const cache = new HistoryCache(kept.store, 10);
  await cache.read(query);
  expect(cache.holds(runId)).toBe(true);
  kept.runs.length = 0;
  expect(await cache.read(query)).toEqual([]);
  expect(cache.holds(runId)).toBe(false);
});
