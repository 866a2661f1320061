// A plan in words: what is in, what was left out and why, what to know.
import type { Criterion, ScriptPlan } from '../../lineage';
import {
  english,
  asBlobHash,
  asCellId,
  asRunId,
  executionIdOf,
  type ExecutionId
} from '../../model';
import { previewOf, type Preview } from '../export-preview/model';

const runId = asRunId('run');
const executionId = (name: string): ExecutionId => executionIdOf(runId, name);

const plan: ScriptPlan = {
  language: 'python',
  notebookPath: 'a.ipynb',
  runId,
  runNumber: 3,
  openedAt: '',
  steps: [
    {
      executionId: executionId('1'),
      sequence: 1,
      cellId: asCellId('a'),
      executionCount: 1,
      startedAt: null,
      sourceHash: asBlobHash(''),
      source: 'x = 1',
      status: 'ok'
    }
  ],
  omitted: [
    {
      executionId: executionId('2'),
      sequence: 2,
      cellId: asCellId('b'),
      firstLine: 'y = 2',
      reason: 'no-effect'
    },
    {
      executionId: executionId('3'),
      sequence: 3,
      cellId: null,
      firstLine: 'x = 1',
      reason: 'repeats'
    }
  ],
  requires: [],
  environment: null,
  warnings: []
};

function preview(
  changes: Partial<ScriptPlan> = {},
  criterion: Criterion = { kind: 'run' }
): Preview {
  return previewOf({
    plan: { ...plan, ...changes },
    criterion,
    translator: english,
    cellLabel: cellId => `cell ${cellId}`
  });
}

test('says how much of the run is in the script', () => {
  expect(preview().title).toBe('Export run 3');
  expect(preview().summary).toMatch(/^1 of 3 executions/);
  expect(preview({ omitted: [] }).summary).toMatch(/^1 of 1 execution,/);
});

test('says what the export leads up to, and lists what is in it', () => {
  const title = (criterion: Criterion): string => preview({}, criterion).title;
  expect(title({ kind: 'cells', cellIds: [] })).toMatch(/selected cells/);
  expect(title({ kind: 'execution', executionId: executionId('1') })).toMatch(
    /one result/
  );
  expect(preview().included).toEqual(['cell a: x = 1']);
});

test('lists what was left out under its reason, with cell and first line', () => {
  expect(preview().leftOut).toEqual([
    {
      reason: 'Nothing in the export depends on it',
      items: ['cell b: y = 2']
    },
    {
      reason: 'It repeats what is in the export already',
      items: ['outside the notebook: x = 1']
    }
  ]);
  expect(preview({ omitted: [] }).leftOut).toEqual([]);
});

test('a warning names its cell, and equal ones appear once', () => {
  const unseeded = {
    kind: 'unseeded',
    executionId: executionId('1'),
    detail: ''
  } as const;
  const { warnings } = preview({
    warnings: [
      unseeded,
      unseeded,
      { kind: 'incomplete-run', executionId: null, detail: 'Away.' }
    ]
  });
  expect(warnings).toHaveLength(2);
  expect(warnings[0]).toMatch(/^cell a: .*random/);
  expect(warnings[1]).toMatch(/incomplete.* Away\.$/);
});
