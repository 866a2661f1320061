// Reading all that was recorded of a notebook, page by page.
import {
  asRunId,
  emptyContext,
  type ExecutionPayload,
  type RunHistory,
  type RunId
} from '../../model';
import { anExecution, aRun } from '../../testing/executions';
import { aProof } from '../../testing/store-contract-annexes';
import type { ProofQuery, RunQuery } from '../../tokens';
import { historyFileName, readHistory } from '../export/history';

const payload: ExecutionPayload = { source: null, outputs: [], omissions: [] };

function aStore(ids: readonly string[], gone: readonly string[] = []) {
  const queries: RunQuery[] = [];
  return {
    queries,
    list: async (query: RunQuery) => {
      queries.push(query);
      const older = ids.filter(id => !query.before || id < query.before);
      return older
        .reverse()
        .slice(0, 2)
        .map(id => aRun(id));
    },
    history: async (id: string): Promise<RunHistory | null> =>
      gone.includes(id)
        ? null
        : {
            run: aRun(id),
            executions: [anExecution(id, 'm')],
            sources: new Map(),
            environment: null
          },
    payload: async () => payload,
    context: async (id: RunId) => emptyContext(id),
    proofs: async (query: ProofQuery) =>
      'runId' in query ? [aProof(aRun(query.runId), 'p1')] : []
  };
}

it('gives every run, oldest first, with its outputs', async () => {
  const store = aStore(['r1', 'r2', 'r3', 'r4', 'r5']);
  const { outputs, runs } = await readHistory(store, {
    notebookPath: 'a.ipynb'
  });
  expect(runs.map(({ run }) => run.runId)).toEqual([
    'r1',
    'r2',
    'r3',
    'r4',
    'r5'
  ]);
  expect([...outputs.keys()].sort()).toEqual([
    'r1/m',
    'r2/m',
    'r3/m',
    'r4/m',
    'r5/m'
  ]);
  expect(store.queries[1]).toEqual({
    notebookPath: 'a.ipynb',
    before: asRunId('r4')
  });
});

it('leaves out a run that goes meanwhile', async () => {
  const { runs, contexts, proofs } = await readHistory(
    aStore(['r1', 'r2', 'r3'], ['r2']),
    {}
  );
  expect([...contexts.keys()].sort()).toEqual(['r1', 'r3']);
  expect([...proofs.values()].map(list => list.length)).toEqual([1, 1]);
  expect(runs.map(({ run }) => run.runId)).toEqual(['r1', 'r3']);
});

it('is empty where nothing was recorded', async () => {
  const { outputs, runs } = await readHistory(aStore([]), {});
  expect([runs.length, outputs.size]).toEqual([0, 0]);
});

it.each([
  ['work/Iris study.ipynb', 'Iris study-history.json'],
  ['a.IPYNB', 'a-history.json'],
  ['drive:notes', 'drive:notes-history.json']
])('names the file of %s', (path, name) => {
  expect(historyFileName(path)).toBe(name);
});
