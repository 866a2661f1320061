// Reading all that was recorded of a notebook, page by page.
import {
  asBlobHash,
  asRunId,
  emptyContext,
  english,
  type ExecutionPayload,
  type Output,
  type RunHistory,
  type RunId
} from '../../model';
import { createPlans } from '../../lineage';
import { customPatterns, maskOf } from '../../recording';
import { anExecution, aRun } from '../../testing/executions';
import { outcomeAt, outputAt, proofAt } from '../../testing/proofs';
import { aProof } from '../../testing/annexes';
import type { ProofQuery, RunQuery } from '../../tokens';
import { historyFileName, readHistory } from '../export/history';
import { prepareExport } from '../export/prepare';
import { readRecord } from '../export/record';
import { caseText } from '../verify/case-text';

const asItIs = (text: string): string => text;

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
  const { outputs, runs } = await readHistory(
    store,
    { notebookPath: 'a.ipynb' },
    asItIs
  );
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
    {},
    asItIs
  );
  expect([...contexts.keys()].sort()).toEqual(['r1', 'r3']);
  expect([...proofs.values()].map(list => list.length)).toEqual([1, 1]);
  expect(runs.map(({ run }) => run.runId)).toEqual(['r1', 'r3']);
});

describe('of what was recorded before secrets were masked', () => {
  const SECRET = 'MINE-1234';
  const mask = maskOf(customPatterns(['MINE-[0-9]+']).patterns);
  const shown: Output = {
    output_type: 'error',
    ename: 'E',
    evalue: SECRET,
    traceback: ['in', SECRET]
  };
  const run = aRun('r1');
  const stored = {
    ...aStore(['r1']),
    history: async (): Promise<RunHistory> => ({
      run,
      executions: [
        {
          ...anExecution('r1', 'm'),
          sourceHash: asBlobHash('h'),
          firstLine: SECRET,
          error: { ename: 'E', evalue: SECRET }
        }
      ],
      sources: new Map([[asBlobHash('h'), `login("${SECRET}")`]]),
      environment: null
    }),
    payload: async (): Promise<ExecutionPayload> => ({
      source: SECRET,
      outputs: [
        shown,
        {
          output_type: 'display_data',
          data: { 'text/html': SECRET, 'application/json': { a: [SECRET] } },
          metadata: { note: SECRET }
        }
      ],
      omissions: []
    }),
    context: async (id: RunId) => ({
      ...emptyContext(id),
      notes: { row: SECRET },
      modules: [
        { name: 'own', path: 'own.py', hash: asBlobHash('m'), text: SECRET }
      ]
    }),
    proofs: async () => [proof]
  };
  const proof = {
    ...proofAt({ verdicts: ['different'] }),
    stop: { kind: 'error' as const, sentence: SECRET },
    outcomes: [
      outcomeAt(1, 'different', {
        detail: SECRET,
        outputs: [
          outputAt('different', {
            detail: SECRET,
            recorded: shown,
            replayed: shown
          })
        ]
      })
    ]
  };

  const textOf = (value: unknown): string =>
    JSON.stringify(value, (_, each: unknown) =>
      each instanceof Map ? [...(each as Map<unknown, unknown>)] : each
    );

  it('nothing secret leaves, by the user’s patterns too', async () => {
    const whole = await readHistory(stored, {}, mask);
    expect(textOf(whole)).not.toContain(SECRET);
    expect(whole.runs[0]?.sources.get(asBlobHash('h'))).toBe(
      'login("[secret: custom]")'
    );
  });

  it('nothing secret is in the file of a case', async () => {
    const text = await caseText(
      { path: 'a.ipynb', document: [], query: {} },
      stored,
      { proof, disagreements: [] },
      mask
    );
    expect(text).not.toContain(SECRET);
    expect(JSON.parse(text)).toMatchObject({
      proof: { stop: { sentence: '[secret: custom]' } },
      history: {
        runs: [{ executions: [{ source: 'login("[secret: custom]")' }] }]
      }
    });
  });

  it('nothing secret is exported', async () => {
    const history = await stored.history();
    const prepared = prepareExport(
      {
        history: {
          ...history,
          run: { ...run, kernel: { ...run.kernel, language: 'python' } }
        },
        criterion: { kind: 'run' },
        cells: undefined,
        mask,
        plans: createPlans()
      },
      english
    );
    expect(prepared.ok).toBe(true);
    if (prepared.ok) {
      const { plan, history: masked } = prepared.value;
      const record = await readRecord(plan, masked, {
        mask,
        store: stored,
        writtenAt: ''
      });
      expect(plan.steps).toHaveLength(1);
      const { outputs, context, proof: kept } = record;
      expect(textOf([plan, masked, outputs, context, kept])).not.toContain(
        SECRET
      );
    }
  });
});

it('is empty where nothing was recorded', async () => {
  const { outputs, runs } = await readHistory(aStore([]), {}, asItIs);
  expect([runs.length, outputs.size]).toEqual([0, 0]);
});

it.each([
  ['work/Iris study.ipynb', 'Iris study-history.json'],
  ['a.IPYNB', 'a-history.json'],
  ['drive:notes', 'drive:notes-history.json']
])('names the file of %s', (path, name) => {
  expect(historyFileName(path)).toBe(name);
});
