// A history file as a recording: reports and environments read, damaged ones left out and said.
import {
  asEnvironmentId,
  hashOf,
  type CellId,
  type Environment,
  type ExecutionId,
  type ExecutionReport,
  type HistoryCell,
  type HistoryExecution,
  type HistoryFile,
  type HistoryRun,
  type Output,
  type PresentCell
} from '../model';
import { decodeProbeMessage, Filter, withRecord } from '../recording';
import type { Recording } from './recording';
import { runHistoryOf, type ReportedExecution } from './run-history';

/** Everything that a history file tells. */
export function fromHistoryFile(file: HistoryFile): Recording {
  const notes = new Set<string>();
  const outputs = new Map<ExecutionId, readonly Output[]>();
  const lost = new Set<ExecutionId>();
  const { path } = file.notebook;
  const last = file.runs.length - 1;
  const runs = file.runs.map((run, index) => {
    const executions = run.executions.map(one => {
      outputs.set(one.executionId, one.outputs ?? []);
      if (one.outputs === null || one.outputsHash !== null || one.arePartial) {
        lost.add(one.executionId);
      }
      return reported(one, notes);
    });
    return runHistoryOf({
      runId: run.runId,
      number: index + 1,
      notebookPath: path,
      kernelName: run.kernel.name,
      language: languageIn(run),
      startedAt: run.startedAt,
      isOver: index < last,
      gaps: run.gaps,
      environment: environmentOf(run.environment, notes),
      executions
    });
  });
  const shown = lastShown(file.runs);
  return {
    path,
    language: runs[last]?.run.kernel.language ?? '',
    document: file.notebook.cells.map(cell => presentCell(cell, shown)),
    runs,
    outputs,
    lost,
    contexts: new Map(
      file.runs.flatMap(({ context, runId }) =>
        context ? [[runId, context] as const] : []
      )
    ),
    notes: [...notes]
  };
}

function languageIn({ kernel }: HistoryRun): string {
  return (
    kernel.language.toLowerCase() ||
    (/^i?python/i.test(kernel.name) ? 'python' : '') ||
    (kernel.name === 'ir' ? 'r' : '')
  );
}

function reported(
  execution: HistoryExecution,
  notes: Set<string>
): ReportedExecution {
  return { ...execution, report: reportOf(execution, notes) };
}

function reportOf(
  { executionId, report }: HistoryExecution,
  notes: Set<string>
): ExecutionReport | null {
  if (report === null) {
    return null;
  }
  const message = decodeProbeMessage(report);
  if (message.ok && message.value.kind === 'report') {
    return message.value.report.report;
  }
  const reason = message.ok
    ? 'It is another message of the probe.'
    : message.reason;
  notes.add(`The report of execution ${executionId} was left out. ${reason}`);
  return null;
}

/** The probe's first message as it was sent, or what *Export history* writes. */
function environmentOf(value: unknown, notes: Set<string>): Environment | null {
  if (value === null || isEmpty(value)) {
    return null;
  }
  const message = decodeProbeMessage(value);
  if (message.ok && message.value.kind === 'hello') {
    return message.value.environment;
  }
  const own = decodeProbeMessage(asHello(value));
  const isOwn = typeof (value as { packages?: unknown }).packages === 'object';
  if (isOwn && own.ok && own.value.kind === 'hello') {
    const environment = withRecord(own.value.environment, value, new Filter());
    const language = (value as { language?: unknown }).language;
    const content = {
      ...environment,
      language: typeof language === 'string' ? language : ''
    };
    const environmentId = asEnvironmentId(hashOf(JSON.stringify(content)));
    return { ...content, environmentId };
  }
  notes.add('The environment of a run could not be read and was left out.');
  return null;
}

/** Our own record in the form that the probe's codec filters. */
function asHello(value: unknown): unknown {
  const own = Object(value) as { readonly [field: string]: unknown };
  const packages = Array.isArray(own.packages) ? own.packages : [];
  return {
    ...own,
    v: 1,
    kind: 'hello',
    language: own.languageVersion,
    packages: packages.map((one: unknown) => {
      const { name, version } = Object(one) as {
        readonly [field: string]: unknown;
      };
      return [name, version];
    })
  };
}

function isEmpty(value: unknown): boolean {
  return Object.keys(Object(value)).length === 0;
}

/** The last execution of each cell that took its outputs away, whatever became of it. */
function lastShown(
  runs: readonly HistoryRun[]
): ReadonlyMap<CellId, HistoryExecution> {
  const shown = new Map<CellId, HistoryExecution>();
  for (const { executions } of runs) {
    for (const execution of executions) {
      if (execution.cellId !== null) {
        shown.set(execution.cellId, execution);
      }
    }
  }
  return shown;
}

function presentCell(
  cell: HistoryCell,
  shown: ReadonlyMap<CellId, HistoryExecution>
): PresentCell {
  const last = shown.get(cell.cellId);
  const hasCount =
    last && !['aborted', 'queued', 'running'].includes(last.status);
  const { cellId, type, source, mayRaise } = cell;
  return {
    cellId,
    type,
    source,
    mayRaise,
    executionCount:
      cell.executionCount === undefined
        ? hasCount
          ? (last.executionCount ?? last.sequence)
          : null
        : cell.executionCount,
    hasOutputs: cell.hasOutputs ?? (last?.outputs?.length ?? 0) > 0
  };
}
