// From the options of a command to a plan: which run, and what of it is wanted.
import { languageOf } from '../languages';
import { planScript, type Criterion, type ScriptPlan } from '../lineage';
import {
  asCellId,
  fail,
  isFinal,
  succeed,
  type CellId,
  type Execution,
  type Result,
  type RunHistory
} from '../model';
import { maskHistory, maskOf } from '../recording';
import type { Arguments } from './command';
import { analyserOf, type Recording } from './recording';

/** What is to be written: a run, and the results in it that are wanted. */
export type Chosen = {
  readonly history: RunHistory;
  readonly criterion: Criterion;
  /** The execution, where one was asked for. */
  readonly execution: Execution | null;
};

/**
 * One execution for a single `--target`, the last ones of several cells, or the newest run where none is named. What is
 * chosen holds no secrets.
 */
export function chosenFrom(
  recording: Recording,
  args: Pick<Arguments, 'list' | 'text'>
): Result<Chosen> {
  const chosen = choiceIn(recording, args);
  return chosen.ok
    ? succeed({
        ...chosen.value,
        history: maskHistory(maskOf(), chosen.value.history)
      })
    : chosen;
}

function choiceIn(
  recording: Recording,
  { list, text }: Pick<Arguments, 'list' | 'text'>
): Result<Chosen> {
  const targets = list('target').map(asCellId);
  const wanted = text('execution');
  if (wanted !== null && !/^\d+$/.test(wanted)) {
    return fail(`“${wanted}” is not the number of an execution`);
  }
  if (targets.length > 1 && wanted !== null) {
    return fail('An execution can be named for a single cell alone');
  }
  const [cellId, ...others] = targets;
  if (cellId === undefined) {
    return newestRun(recording);
  }
  return others.length > 0
    ? severalCells(recording, targets)
    : oneExecution(recording, cellId, wanted);
}

/** The plan for what was chosen. */
export function planFor(
  recording: Recording,
  { criterion, history }: Chosen
): ScriptPlan {
  return planScript({
    history,
    document: recording.document,
    criterion,
    analyse: analyserOf(recording),
    dryRuns: languageOf(recording.language)?.dryRuns
  });
}

function newestRun({ runs }: Recording): Result<Chosen> {
  const history = runs.filter(run => run.executions.length > 0).pop();
  return history
    ? succeed({ history, criterion: { kind: 'run' }, execution: null })
    : fail('Nothing ran in it');
}

function severalCells(
  recording: Recording,
  cellIds: readonly CellId[]
): Result<Chosen> {
  const unknown = cellIds.find(id => !isThere(recording, id));
  if (unknown !== undefined) {
    return fail(`There is no cell with the id “${unknown}”`);
  }
  const history = recording.runs
    .filter(({ executions }) => {
      const ran = new Set(executions.map(({ cellId }) => cellId));
      return cellIds.every(id => ran.has(id));
    })
    .pop();
  return history
    ? succeed({
        history,
        criterion: { kind: 'cells', cellIds },
        execution: null
      })
    : fail('There is no run in which all of these cells ran');
}

function oneExecution(
  recording: Recording,
  cellId: CellId,
  wanted: string | null
): Result<Chosen> {
  const all = recording.runs
    .flatMap(history =>
      history.executions.map(execution => ({ history, execution }))
    )
    .filter(({ execution }) => execution.cellId === cellId)
    .reverse();
  const found = all.find(({ execution }) =>
    wanted === null
      ? isFinal(execution.status) && execution.status !== 'aborted'
      : execution.sequence === Number(wanted)
  );
  if (found) {
    const { executionId } = found.execution;
    return succeed({ ...found, criterion: { kind: 'execution', executionId } });
  }
  if (!isThere(recording, cellId)) {
    return fail(`There is no cell with the id “${cellId}”`);
  }
  return fail(
    wanted === null
      ? `The cell “${cellId}” has not run`
      : `The cell “${cellId}” has no execution ${wanted}`
  );
}

function isThere({ document, runs }: Recording, cellId: CellId): boolean {
  return (
    document.some(cell => cell.cellId === cellId) ||
    runs.some(({ executions }) => executions.some(e => e.cellId === cellId))
  );
}
