// Part of the store contract: the contexts and the proofs of runs.
import {
  asRunId,
  emptyContext,
  executionIdOf,
  noRunId,
  type Output,
  type Run
} from '../../model';
import type { IRunStore, StoreChange } from '../../tokens';
import { aContext, aProof, picture } from '../annexes';
import { aBatch, aDraft, aHead, anExecutionBatch } from '../store-fixtures';
import type { StoreBench } from './bench';

/** Registers the cases. */
export function annexContract(bench: StoreBench): void {
  describe('contexts and proofs', () => {
    let store: IRunStore;
    let run: Run;
    const bytes = async () => (await store.usage()).bytes;
    const idsOf = async (query: Parameters<IRunStore['proofs']>[0]) =>
      (await store.proofs(query)).map(proof => proof.proofId);

    beforeEach(async () => {
      store = bench.store;
      run = await store.openRun(aDraft('r1'));
    });

    test('a run that nobody said anything of has an empty context', async () => {
      expect(await store.context(run.runId)).toEqual(emptyContext(run.runId));
      expect(await store.context(asRunId('none'))).toEqual(
        emptyContext(asRunId('none'))
      );
    });

    test('a context comes back as it was, and the later one replaces it', async () => {
      const context = aContext(run);
      await store.putContext(context);
      expect(await store.context(run.runId)).toEqual(context);
      const later = { ...context, git: null, user: 'grace' };
      await store.putContext(later);
      expect(await store.context(run.runId)).toEqual(later);
    });

    test('later states of the repository come back with the first one, equal differences once', async () => {
      const context = aContext(run);
      await store.putContext(context);
      const before = await bytes();
      const moved = {
        ...context,
        gitChanges: [
          {
            after: executionIdOf(run.runId, 'm1'),
            git: context.git && { ...context.git, commit: 'b'.repeat(40) },
            unknown: ''
          }
        ]
      };
      await store.putContext(moved);
      expect(await store.context(run.runId)).toEqual(moved);
      expect((await bytes()) - before).toBeLessThan(1000);
    });

    test('proofs come back as they were, newest first', async () => {
      const at = (time: string) => ({
        finishedAt: `2026-11-21T${time}:00.000Z`
      });
      const proofs = [
        aProof(run, 'p2', at('11:00')),
        aProof(run, 'p1', at('12:00')),
        aProof(run, 'p3', at('10:00'))
      ];
      for (const proof of proofs) {
        await store.addProof(proof);
      }
      const { notebookPath, runId } = run;
      expect(await idsOf({ runId })).toEqual(['p1', 'p2', 'p3']);
      expect(await idsOf({ notebookPath })).toEqual(['p1', 'p2', 'p3']);
      expect(await idsOf({ notebookPath: 'other.ipynb' })).toEqual([]);
      expect(await store.proofs({ runId })).toContainEqual(proofs[0]);
    });

    test('a proof with the same id replaces the one before', async () => {
      await store.addProof(aProof(run, 'p1'));
      await store.addProof(aProof(run, 'p1', { proven: 0 }));
      expect(await store.proofs({ runId: run.runId })).toEqual([
        aProof(run, 'p1', { proven: 0 })
      ]);
    });

    test('a proof whose outputs are no data keeps its verdicts', async () => {
      const circular: { self?: unknown } = {};
      circular.self = circular;
      const [outcome] = aProof(run, 'p1').outcomes;
      const outputs = [
        {
          ...outcome!.outputs[0]!,
          replayed: { ...picture, data: circular } as unknown as Output
        }
      ];
      await store.addProof(
        aProof(run, 'p1', { outcomes: [{ ...outcome!, outputs }] })
      );
      const [kept] = await store.proofs({ runId: run.runId });
      expect(kept?.outcomes[0]).toMatchObject({
        verdict: 'identical',
        outputs: [{ verdict: 'identical', recorded: null, replayed: null }]
      });
    });

    test('a picture that a run and its proofs show is kept once', async () => {
      const head = aHead(run, 'a');
      const { executionId } = head;
      await store.append(
        aBatch(run, {
          executions: [head],
          payloads: [{ executionId, outputs: [picture] }]
        })
      );
      const before = await bytes();
      await store.addProof(aProof(run, 'p1'));
      await store.addProof(aProof(run, 'p2'));
      expect((await bytes()) - before).toBeLessThan(5000);
      await store.removeProofs(['p1', 'p2']);
      expect(await bytes()).toBe(before);
      expect((await store.payload(executionId)).outputs).toEqual([picture]);
    });

    test('removed proofs are gone, the others and unknown ids are no matter', async () => {
      await store.addProof(aProof(run, 'p1'));
      await store.addProof(aProof(run, 'p2'));
      await store.removeProofs(['p1', 'none', 'p1']);
      expect(await idsOf({ runId: run.runId })).toEqual(['p2']);
      expect(await store.proofs({ runId: run.runId })).toEqual([
        aProof(run, 'p2')
      ]);
    });

    test('they go with their run, and with everything', async () => {
      const other = await store.openRun(aDraft('r2'));
      const empty = await bytes();
      for (const each of [run, other]) {
        await store.putContext(aContext(each));
        await store.addProof(aProof(each, `of-${each.runId}`));
      }
      await store.remove([run.runId]);
      expect(await store.context(run.runId)).toEqual(emptyContext(run.runId));
      expect(await idsOf({ notebookPath: run.notebookPath })).toEqual([
        'of-r2'
      ]);
      expect(await store.context(other.runId)).toEqual(aContext(other));
      await store.removeProofs(['of-r2']);
      await store.putContext(emptyContext(other.runId));
      expect(await bytes()).toBeLessThan(empty);
      await store.clear();
      expect(await store.context(other.runId)).toEqual(
        emptyContext(other.runId)
      );
      expect(await bytes()).toBe(0);
    });

    test('of a run that is gone nothing is kept', async () => {
      await store.remove([run.runId]);
      await store.putContext(aContext(run));
      await store.addProof(aProof(run, 'p1'));
      expect(await idsOf({ notebookPath: run.notebookPath })).toEqual([]);
      expect(await bytes()).toBe(0);
    });

    test('a proof of no run is kept with its path, and follows it', async () => {
      const lone = { runId: noRunId };
      await store.addProof(aProof(run, 'p1', lone));
      expect(await idsOf({ notebookPath: run.notebookPath })).toEqual(['p1']);
      await store.remove([run.runId]);
      await store.rename('work', 'done');
      const notebookPath = 'done/model.ipynb';
      expect(await store.proofs({ notebookPath })).toEqual([
        aProof(run, 'p1', { ...lone, notebookPath })
      ]);
      expect(await idsOf({ notebookPath: run.notebookPath })).toEqual([]);
      await store.removeProofs(['p1']);
      expect(await bytes()).toBe(0);
    });

    test('proofs follow a notebook that moved, also those that come later', async () => {
      await store.addProof(aProof(run, 'p1'));
      await store.rename('work', 'done');
      await store.addProof(aProof(run, 'p2'));
      const notebookPath = 'done/model.ipynb';
      const moved = await store.proofs({ notebookPath });
      expect(moved.map(proof => proof.notebookPath)).toEqual([
        notebookPath,
        notebookPath
      ]);
      expect(await idsOf({ notebookPath: run.notebookPath })).toEqual([]);
    });

    test('they are told as changes of their run, and change nothing else of it', async () => {
      await store.append(anExecutionBatch(run, 'a'));
      const before = await store.get(run.runId);
      const seen: StoreChange[] = [];
      store.changed.connect((_store, change) => void seen.push(change));
      await store.putContext(aContext(run));
      await store.addProof(aProof(run, 'p1'));
      await store.removeProofs(['p1']);
      const change = { kind: 'appended', runIds: [run.runId] };
      expect(seen).toEqual([change, change, change]);
      expect(await store.get(run.runId)).toEqual(before);
    });

    test('after the end nothing is written', async () => {
      store.dispose();
      await store.putContext(aContext(run));
      await store.addProof(aProof(run, 'p1'));
      expect(await store.proofs({ runId: run.runId })).toEqual([]);
    });
  });
}
