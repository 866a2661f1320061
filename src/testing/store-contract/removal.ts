// Part of the store contract: removing, pinning and the space that is used.
import { asRunId, executionIdOf } from '../../model';
import type { IRunStore } from '../../tokens';
import {
  aBatch,
  aDocument,
  aHead,
  anExecutionBatch,
  aStream
} from '../store-fixtures';
import { environment, image, type StoreBench } from './bench';

/** Registers the cases. */
export function removalContract(bench: StoreBench): void {
  const { open } = bench;
  let store: IRunStore;
  beforeEach(() => {
    store = bench.store;
  });

  describe('remove, clear, pin and usage', () => {
    test('removes a run and what only it needs', async () => {
      const [first, second] = [await open('r1'), await open('r2')];
      const shared = aDocument(['shared']);
      for (const run of [first, second]) {
        const { documentHash } = shared;
        await store.append({
          ...anExecutionBatch(run, 'a', { documentHash }),
          run: { ...run, environmentId: environment.environmentId },
          documents: [shared],
          environment
        });
      }
      await store.remove([first.runId]);
      expect(await store.get(first.runId)).toBeNull();
      expect(await store.executions(first.runId)).toEqual([]);
      const kept = executionIdOf(second.runId, 'a');
      expect((await store.payload(kept)).outputs).toHaveLength(1);
      expect(await store.document(shared.documentHash)).toHaveLength(1);
      expect(await store.environment(environment.environmentId)).not.toBeNull();
      await store.remove([second.runId]);
      expect(await store.usage()).toMatchObject({
        runs: 0,
        executions: 0,
        bytes: 0
      });
    });

    test('a removed run does not take along a source that a document needs', async () => {
      const [first, second] = [await open('r1'), await open('r2')];
      const document = aDocument(['print("a")', 'b']);
      const { documentHash } = document;
      await store.append(anExecutionBatch(first, 'a'));
      await store.append({
        ...anExecutionBatch(second, 'b', { documentHash }),
        documents: [document]
      });
      await store.remove([first.runId]);
      expect(await store.document(documentHash)).toEqual(document.cells);
    });

    test('a removed run does not take the base of another run’s document along', async () => {
      const [first, second] = [await open('r1'), await open('r2')];
      const [base, edited] = [aDocument(['a', 'b']), aDocument(['a', 'c'])];
      await store.append(
        aBatch(first, {
          executions: [
            aHead(first, 'a', { documentHash: base.documentHash }),
            aHead(first, 'b', { documentHash: edited.documentHash })
          ],
          documents: [base, edited]
        })
      );
      await store.append(
        aBatch(second, {
          executions: [
            aHead(second, 'a', { documentHash: edited.documentHash })
          ]
        })
      );
      await store.remove([first.runId]);
      expect(await store.document(edited.documentHash)).toEqual(edited.cells);
    });

    test('outputs that were replaced take no room', async () => {
      const run = await open('r1');
      const head = aHead(run, 'a', { status: 'running' });
      const { executionId } = head;
      const sizes: number[] = [];
      for (const letter of ['a', 'b', 'c']) {
        await store.append(
          aBatch(run, {
            executions: [head],
            payloads: [
              { executionId, outputs: [aStream(letter.repeat(100_000))] }
            ]
          })
        );
        sizes.push((await store.usage()).bytes);
      }
      expect(sizes[2]).toBe(sizes[0]);
    });

    test('equal contents are kept once', async () => {
      const run = await open('r1');
      const append = async (msgId: string) => {
        const head = aHead(run, msgId);
        await store.append(
          aBatch(run, {
            executions: [head],
            payloads: [
              { executionId: head.executionId, outputs: [image(50_000)] }
            ]
          })
        );
        return (await store.usage()).bytes;
      };
      const first = await append('a');
      expect((await append('b')) - first).toBeLessThan(5000);
    });

    test('removes a run of many executions', async () => {
      const run = await open('r1');
      const executions = Array.from({ length: 600 }, (_, at) =>
        aHead(run, `m${at}`, { sequence: at + 1 })
      );
      await store.append(aBatch(run, { executions }));
      expect(await store.usage()).toMatchObject({ executions: 600 });
      await store.remove([run.runId, asRunId('unknown')]);
      expect(await store.usage()).toMatchObject({ runs: 0, executions: 0 });
    });

    test('clear removes everything, and recording goes on', async () => {
      const run = await open('r1');
      await store.append(anExecutionBatch(run, 'a'));
      await store.clear();
      expect(await store.usage()).toMatchObject({ runs: 0, bytes: 0 });
      expect(await store.list({})).toEqual([]);
      expect((await open('r2')).number).toBe(1);
    });

    test('a pin stays when the recorder writes the run again', async () => {
      const run = await open('r1');
      await store.setPinned(run.runId, true);
      await store.append(anExecutionBatch(run, 'a'));
      expect((await store.get(run.runId))?.isPinned).toBe(true);
      await store.setPinned(asRunId('unknown'), true);
    });

    test('usage grows with what is stored and tells the budget', async () => {
      const before = await store.usage();
      const run = await open('r1');
      await store.append(anExecutionBatch(run, 'a'));
      const after = await store.usage();
      expect(after).toMatchObject({ runs: 1, executions: 1 });
      expect(after.bytes).toBeGreaterThan(before.bytes);
      expect(after.budgetBytes).toBeGreaterThan(0);
    });
  });
}
