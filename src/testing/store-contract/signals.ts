// Part of the store contract: what pages hear of each other, and the end of a store.
import type { IRunStore, StoreChange } from '../../tokens';
import { anExecutionBatch } from '../store-fixtures';
import type { StoreBench } from './bench';

/** Registers the cases. */
export function signalsContract(bench: StoreBench): void {
  const { open } = bench;
  let store: IRunStore;
  beforeEach(() => {
    store = bench.store;
  });

  describe('signals and life', () => {
    test('tells what changed', async () => {
      const seen: StoreChange[] = [];
      store.changed.connect((_store, change) => void seen.push(change));
      const run = await open('r1');
      await store.append(anExecutionBatch(run, 'a'));
      await store.rename(run.notebookPath, 'b.ipynb');
      await store.remove([run.runId]);
      const runIds = [run.runId];
      expect(seen).toEqual([
        { kind: 'appended', runIds },
        { kind: 'appended', runIds },
        { kind: 'renamed', runIds },
        { kind: 'removed', runIds }
      ]);
    });

    test('appends are stored in the order in which they were handed over', async () => {
      const run = await open('r1');
      const ids = Array.from({ length: 30 }, (_, at) => `m${at}`);
      await Promise.all(
        ids.map(msgId => store.append(anExecutionBatch(run, msgId)))
      );
      const stored = await store.executions(run.runId);
      expect(stored.map(head => head.executionId)).toEqual(
        ids.map(msgId => `r1/${msgId}`)
      );
      expect(stored.map(head => head.sequence)).toEqual(
        ids.map((_, at) => at + 1)
      );
    });

    test('after its end it answers, and writes nothing', async () => {
      const run = await open('r1');
      store.dispose();
      expect(store.isDisposed).toBe(true);
      await store.append(anExecutionBatch(run, 'a'));
      expect((await open('r2')).runId).toBe('r2');
      expect(await store.list({})).toEqual([]);
    });
  });
}
