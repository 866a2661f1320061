// Part of the store contract: what is appended.
import { executionIdOf, type Output } from '../../model';
import type { IRunStore } from '../../tokens';
import { aBatch, aHead, anExecutionBatch, aStream } from '../store-fixtures';
import { closed, type StoreBench } from './bench';

/** Registers the cases. */
export function appendContract(bench: StoreBench): void {
  const { open, heads } = bench;
  let store: IRunStore;
  beforeEach(() => {
    store = bench.store;
  });

  describe('append', () => {
    test('gives dense sequences in the order of the proposed ones', async () => {
      const run = await open('r1');
      await store.append(
        aBatch(run, {
          executions: [
            aHead(run, 'c', { sequence: 9 }),
            aHead(run, 'a', { sequence: 4 }),
            aHead(run, 'b', { sequence: 5 })
          ]
        })
      );
      expect(await heads(run)).toEqual(['1 r1/a ok', '2 r1/b ok', '3 r1/c ok']);
    });

    test('a queued execution gets its sequence when it starts', async () => {
      const run = await open('r1');
      const queued = (id: string) => aHead(run, id, { status: 'queued' });
      await store.append(
        aBatch(run, { executions: [queued('a'), queued('b')] })
      );
      expect(await heads(run)).toEqual([
        'null r1/a queued',
        'null r1/b queued'
      ]);
      await store.append(aBatch(run, { executions: [aHead(run, 'b')] }));
      expect(await heads(run)).toEqual(['1 r1/b ok', 'null r1/a queued']);
    });

    test('a sequence that was given stays', async () => {
      const run = await open('r1');
      await store.append(anExecutionBatch(run, 'a', { status: 'running' }));
      await store.append(anExecutionBatch(run, 'b'));
      await store.append(anExecutionBatch(run, 'a', { sequence: 7 }));
      expect(await heads(run)).toEqual(['1 r1/a ok', '2 r1/b ok']);
    });

    test('applying a batch again changes nothing', async () => {
      const run = await open('r1');
      const batch = anExecutionBatch(run, 'a');
      await store.append(batch);
      const before = [await store.get(run.runId), await store.usage()];
      await store.append(batch);
      await store.append(batch);
      expect([await store.get(run.runId), await store.usage()]).toEqual(before);
    });

    test('a final head is not replaced by one that is not', async () => {
      const run = await open('r1');
      await store.append(anExecutionBatch(run, 'a'));
      const late = anExecutionBatch(run, 'a', { status: 'running' });
      await store.append({
        ...late,
        payloads: late.payloads.map(payload => ({ ...payload, outputs: [] }))
      });
      expect(await heads(run)).toEqual(['1 r1/a ok']);
      const { outputs } = await store.payload(executionIdOf(run.runId, 'a'));
      expect(outputs).toEqual([aStream('a\n')]);
    });

    test('an end that was seen replaces a lost one, and not the other way round', async () => {
      const run = await open('r1');
      const lost = { status: 'lost', gaps: ['outputs-partial'] } as const;
      await store.append(aBatch(run, { executions: [aHead(run, 'a', lost)] }));
      await store.append(anExecutionBatch(run, 'a'));
      await store.append(aBatch(run, { executions: [aHead(run, 'a', lost)] }));
      const head = await store.execution(executionIdOf(run.runId, 'a'));
      expect(head).toMatchObject({ status: 'ok', sequence: 1, gaps: [] });
    });

    test('what only another page saw of an execution is kept', async () => {
      const run = await open('r1');
      await store.append(anExecutionBatch(run, 'a', { cellIndex: 3 }));
      await store.append(
        anExecutionBatch(run, 'a', {
          cellId: null,
          cellIndex: null,
          submittedAt: null
        })
      );
      expect(
        await store.execution(executionIdOf(run.runId, 'a'))
      ).toMatchObject({ cellId: 'cell-a', cellIndex: 3 });
    });

    test('outputs that one page saw in full are not replaced by a part', async () => {
      const run = await open('r1');
      await store.append(anExecutionBatch(run, 'a'));
      const { executionId } = aHead(run, 'a');
      await store.append(
        aBatch(run, {
          executions: [aHead(run, 'a', { gaps: ['outputs-partial'] })],
          payloads: [{ executionId, outputs: [] }]
        })
      );
      expect((await store.execution(executionId))?.gaps).toEqual([]);
      expect((await store.payload(executionId)).outputs).toHaveLength(1);
    });

    test('counts the run’s totals from the heads, whatever the batch says', async () => {
      const run = await open('r1');
      const wrong = {
        executionCount: 50,
        failureCount: 9,
        busyMs: 1,
        number: 8
      };
      await store.append({
        ...anExecutionBatch(run, 'a'),
        run: { ...run, ...wrong }
      });
      await store.append(anExecutionBatch(run, 'b', { status: 'error' }));
      await store.append(anExecutionBatch(run, 'b', { status: 'error' }));
      expect(await store.get(run.runId)).toMatchObject({
        executionCount: 2,
        failureCount: 1,
        busyMs: 4000,
        number: 1
      });
    });

    test('a clock that jumps back makes no negative time and no other order', async () => {
      const run = await open('r1');
      await store.append(anExecutionBatch(run, 'a'));
      await store.append(
        anExecutionBatch(run, 'b', {
          submittedAt: '2026-11-21T09:00:00.000Z',
          startedAt: '2026-11-21T09:00:00.000Z',
          finishedAt: '2026-11-21T08:00:00.000Z'
        })
      );
      expect(await heads(run)).toEqual(['1 r1/a ok', '2 r1/b ok']);
      expect((await store.get(run.runId))?.busyMs).toBe(2000);
    });

    test('a closed run stays closed, and an unseen end learns how it was', async () => {
      const run = await open('r1');
      const end = async () => (await store.get(run.runId))?.end;
      await store.append(aBatch({ ...run, ...closed, end: 'unseen' }));
      await store.append(aBatch(run));
      expect(await end()).toBe('unseen');
      await store.append(aBatch({ ...run, ...closed, end: 'died' }));
      await store.append(aBatch({ ...run, ...closed, end: 'restarted' }));
      expect(await end()).toBe('died');
    });

    test('gaps of two pages add up, one for each cause', async () => {
      const run = await open('r1');
      const gap = (kind: 'joined-late' | 'page-away', detail: string) => ({
        kind,
        detail,
        at: '2026-11-21T10:00:00.000Z'
      });
      await store.append(aBatch({ ...run, gaps: [gap('joined-late', 'one')] }));
      await store.append(aBatch({ ...run, gaps: [gap('page-away', 'two')] }));
      await store.append(aBatch({ ...run, gaps: [gap('page-away', 'three')] }));
      const gaps = (await store.get(run.runId))?.gaps ?? [];
      expect(gaps.map(({ detail }) => detail)).toEqual(['one', 'three']);
    });

    test('keeps an execution of a run that was removed meanwhile', async () => {
      const run = await open('r1');
      await store.remove([run.runId]);
      await store.append(anExecutionBatch(run, 'a'));
      expect(await heads(run)).toEqual(['1 r1/a ok']);
      expect(await store.list({})).toHaveLength(1);
    });

    test('a part of a payload that is absent leaves what is stored', async () => {
      const run = await open('r1');
      const running = aHead(run, 'a', { status: 'running' });
      const { executionId } = running;
      await store.append(
        aBatch(run, {
          executions: [running],
          payloads: [{ executionId, source: 'x = 1' }]
        })
      );
      await store.append(
        aBatch(run, {
          executions: [aHead(run, 'a')],
          payloads: [{ executionId, outputs: [aStream('1')] }]
        })
      );
      expect(await store.payload(executionId)).toEqual({
        source: 'x = 1',
        outputs: [aStream('1')],
        omissions: []
      });
    });

    test('a payload that is no data is marked as lost, and its head stays', async () => {
      const run = await open('r1');
      const head = aHead(run, 'a');
      const circular: { self?: unknown } = {};
      circular.self = circular;
      const output = {
        output_type: 'display_data',
        data: { 'application/json': circular },
        metadata: {}
      } as unknown as Output;
      await store.append(
        aBatch(run, {
          executions: [head],
          payloads: [
            { executionId: head.executionId, source: 'x', outputs: [output] }
          ]
        })
      );
      expect(await store.execution(head.executionId)).toMatchObject({
        sequence: 1,
        gaps: ['payload-lost']
      });
      expect(await store.payload(head.executionId)).toMatchObject({
        source: 'x',
        outputs: null
      });
    });
  });
}
