// What is to be verified: the cells of a document, or the executions that a run's results came from.
import { languageOf } from '../../languages';
import { forecast, planScript, type CellForecast } from '../../lineage';
import {
  asRunId,
  fail,
  isSameDay,
  succeed,
  type CellId,
  type Environment,
  type Execution,
  type ExecutionId,
  type Output,
  type ReplaySubject,
  type Result,
  type RunHistory,
  type RunId
} from '../../model';
import {
  stepsFromDocument,
  stepsFromPlan,
  type Recorded,
  type ReplayStep
} from '../../replay';
import { decodeNotebook, type NotebookCell } from '../notebook-file';
import type { ReadFile } from '../read-recording';
import { analyserOf, type Recording } from '../recording';

/** What the user chose. */
export type Choice = {
  /** The run by its number, from 1; null for the last. */
  readonly run: number | null;
  /** A cell: only what its last output came from. */
  readonly target: CellId | null;
  /** True for the document as it stands, where a history file would be replayed as it ran. */
  readonly isDocument: boolean;
  readonly volatile: ReadonlySet<CellId>;
};

/** The number of each execution in its run; null for one that never began. */
export type Numbers = ReadonlyMap<ExecutionId | null, number | null>;

/** What a replay needs to know of a file. */
export type Subject = {
  readonly kind: ReplaySubject;
  readonly runId: RunId;
  readonly notebookPath: string;
  readonly steps: readonly ReplayStep[];
  /** Name of the kernelspec; empty when the file does not tell. */
  readonly kernel: string;
  readonly language: string;
  readonly environment: Environment | null;
  /** For words about what has no place in the document; empty where nothing but the document is known. */
  readonly numbers: Numbers;
  /** Of the document; empty for what really ran. */
  readonly forecasts: readonly CellForecast[];
};

/** Finds the steps and their record in a file; `now`, an ISO time, is for the forecast that goes with them. */
export function subjectOf(
  file: ReadFile,
  choice: Choice,
  now: string
): Result<Subject> {
  if (choice.target !== null) {
    return fromRun(file.recording, choice);
  }
  if (file.kind === 'notebook') {
    return fromNotebook(file, choice, now);
  }
  return choice.isDocument
    ? fromDocument(file.recording, choice, now)
    : fromRun(file.recording, choice);
}

/** A saved notebook is its own record: what each cell shows, or nothing for a cell that never ran. */
function fromNotebook(
  { recording, text }: ReadFile,
  { volatile }: Choice,
  now: string
): Result<Subject> {
  const notebook = decodeNotebook(JSON.parse(text));
  if (!notebook.ok) {
    return notebook;
  }
  const { cells, kernelName, language } = notebook.value;
  const byId = new Map(cells.map(cell => [cell.cellId, cell]));
  const steps = stepsFromDocument(
    recording.document,
    cellId => savedRecord(byId.get(cellId)),
    { language, volatile }
  );
  return succeed({
    kind: { kind: 'document' },
    runId: asRunId('saved'),
    notebookPath: recording.path,
    steps,
    kernel: kernelName,
    language,
    environment: null,
    numbers: new Map(),
    forecasts: forecastsOf(recording, now)
  });
}

function savedRecord(cell: NotebookCell | undefined): Recorded | null {
  if (!cell || (cell.executionCount === null && cell.outputs.length === 0)) {
    return null;
  }
  const { finishedAt, outputs, startedAt } = cell;
  return {
    executionId: null,
    outputs,
    omissions: [],
    recordedAt: startedAt,
    recordedMs: msBetween(startedAt, finishedAt),
    hasFailed: hasError(outputs)
  };
}

/** The document beside the last outputs of its cells in any run. */
function fromDocument(
  recording: Recording,
  { volatile }: Choice,
  now: string
): Result<Subject> {
  const history = recording.runs[recording.runs.length - 1];
  if (!history) {
    return fail('The file holds no run');
  }
  const last = new Map(
    recording.runs
      .flatMap(({ executions }) => executions)
      .filter(({ status }) => status !== 'aborted')
      .map(execution => [execution.cellId, execution])
  );
  const steps = stepsFromDocument(
    recording.document,
    cellId => recordOf(last.get(cellId), recording),
    { language: recording.language, volatile }
  );
  return succeed({
    ...kernelOf(history),
    kind: { kind: 'document' },
    notebookPath: recording.path,
    steps,
    numbers: numbersOf(recording),
    forecasts: forecastsOf(recording, now)
  });
}

/** What one cell's last output, or all that a run shows, came from. */
function fromRun(recording: Recording, choice: Choice): Result<Subject> {
  const history = runOf(recording, choice);
  if (!history.ok) {
    return history;
  }
  const { executions } = history.value;
  const target = executions
    .filter(
      ({ cellId, status }) => cellId === choice.target && status !== 'aborted'
    )
    .pop();
  if (choice.target !== null && !target) {
    return fail(`The cell “${choice.target}” has not run`);
  }
  const kind: ReplaySubject = target
    ? { kind: 'execution', executionId: target.executionId }
    : { kind: 'run' };
  const plan = planScript({
    history: history.value,
    document: recording.document,
    criterion: target
      ? { kind: 'execution', executionId: target.executionId }
      : { kind: 'run' },
    analyse: analyserOf(recording),
    dryRuns: languageOf(recording.language)?.dryRuns
  });
  const byId = new Map(executions.map(one => [one.executionId, one]));
  return succeed({
    ...kernelOf(history.value),
    kind,
    notebookPath: recording.path,
    steps: stepsFromPlan(
      plan,
      executionId => recordOf(byId.get(executionId), recording),
      choice
    ),
    numbers: numbersOf(recording),
    forecasts: []
  });
}

/** The run that was named; else, for a cell, the last in which it ran; else the last. */
function runOf(
  { runs }: Recording,
  { run, target }: Choice
): Result<RunHistory> {
  const found =
    run === null
      ? (runs
          .filter(({ executions }) =>
            executions.some(
              ({ cellId }) => target === null || cellId === target
            )
          )
          .pop() ?? runs[runs.length - 1])
      : runs.find(history => history.run.number === run);
  return found
    ? succeed(found)
    : fail(
        run === null
          ? 'The file holds no run'
          : `There is no run ${run}; there are ${runs.length}`
      );
}

function numbersOf({ runs }: Recording): Numbers {
  return new Map(
    runs
      .flatMap(({ executions }) => executions)
      .map(({ executionId, sequence }) => [executionId, sequence])
  );
}

function kernelOf({
  environment,
  run
}: RunHistory): Pick<Subject, 'runId' | 'kernel' | 'language' | 'environment'> {
  const { language, name } = run.kernel;
  return { runId: run.runId, kernel: name, language, environment };
}

function recordOf(
  execution: Execution | undefined,
  { lost, outputs }: Recording
): Recorded | null {
  if (!execution) {
    return null;
  }
  const shown = lost.has(execution.executionId)
    ? null
    : (outputs.get(execution.executionId) ?? null);
  return {
    executionId: execution.executionId,
    outputs: shown,
    omissions: [],
    recordedAt: execution.startedAt,
    recordedMs: msBetween(execution.startedAt, execution.finishedAt),
    hasFailed: execution.status === 'error'
  };
}

function forecastsOf(
  recording: Recording,
  now: string
): readonly CellForecast[] {
  const { document, judged, runs } = recording;
  const analyse = analyserOf(recording);
  const isToday = (moment: string): boolean => isSameDay(moment, now);
  return forecast({ document, runs: judged?.runs ?? runs, analyse, isToday })
    .cells;
}

function hasError(outputs: readonly Output[]): boolean {
  return outputs.some(({ output_type }) => output_type === 'error');
}

function msBetween(start: string | null, end: string | null): number | null {
  const ms = Date.parse(end ?? '') - Date.parse(start ?? '');
  return Number.isFinite(ms) && ms >= 0 ? ms : null;
}
