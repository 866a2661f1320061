// Histories for tests, written as what a user did: `aNotebook().cell('a', 'x = 1').run('a').build()`.
import {
  tellsOf,
  asCellId,
  asDocumentHash,
  emptyReport,
  executionIdOf,
  hashOf,
  type BlobHash,
  type CellId,
  type CellType,
  type Environment,
  type Execution,
  type ExecutionReport,
  type ExecutionStatus,
  type Gap,
  type Output,
  type OutputTells,
  type PresentCell,
  type Run,
  type RunHistory
} from '../model';
import { blankRun, time } from './blank-run';

/** What an execution of a built history left behind, besides what its status says. */
export type Outcome = {
  readonly status?: ExecutionStatus;
  /** Text of its one output; an execution without it has none. */
  readonly output?: string;
  /** What the output tells, where that is more than its text does. */
  readonly tells?: OutputTells;
  /** What the probe said; no probe where it is missing. */
  readonly report?: Partial<ExecutionReport>;
};

/** What a built history consists of. */
export type BuiltHistory = {
  /** Oldest first. */
  readonly runs: readonly RunHistory[];
  readonly document: readonly PresentCell[];
};

type Cell = {
  cellId: CellId;
  type: CellType;
  source: string;
  executionCount: number | null;
  hasOutputs: boolean;
  mayRaise: boolean;
};

type OpenRun = {
  run: Run;
  executions: Execution[];
  sources: Map<BlobHash, string>;
  count: number;
};

/** Builds the document and the recorded runs of one notebook, one act of its user after the other. */
export class RunBuilder {
  /** Adds a cell at the end, or at an index. */
  cell(id: string, source: string, index = this.cells.length): this {
    this.cells.splice(index, 0, blankCell(id, 'code', source));
    return this;
  }

  /** Adds a Markdown cell at the end. */
  markdown(id: string, text: string): this {
    this.cells.push(blankCell(id, 'markdown', text));
    return this;
  }

  /** Changes a cell's source without running it. */
  edit(id: string, source: string): this {
    this.find(id).source = source;
    return this;
  }

  delete(id: string): this {
    this.cells.splice(this.cells.indexOf(this.find(id)), 1);
    return this;
  }

  /** Moves a cell to an index counted without it. */
  move(id: string, index: number): this {
    const cell = this.find(id);
    this.delete(id);
    this.cells.splice(index, 0, cell);
    return this;
  }

  /** Tags a cell `raises-exception`. */
  mayRaise(id: string): this {
    this.find(id).mayRaise = true;
    return this;
  }

  /** Changes what the cell shows, as a file that somebody else ran and saved would. */
  shows(id: string, executionCount: number | null, hasOutputs: boolean): this {
    Object.assign(this.find(id), { executionCount, hasOutputs });
    return this;
  }

  /** Runs a cell, after an edit when a source is given. */
  run(id: string, source?: string | null, outcome: Outcome = {}): this {
    const cell = this.find(id);
    cell.source = source ?? cell.source;
    const execution = this.record(cell.source, cell, outcome);
    const wasAborted = execution.status === 'aborted';
    cell.executionCount = wasAborted ? null : execution.executionCount;
    cell.hasOutputs = execution.outputCount > 0;
    return this;
  }

  /** Runs cells one after the other as they stand. */
  runs(...ids: string[]): this {
    ids.forEach(id => this.run(id));
    return this;
  }

  /** Runs all code cells from top to bottom. */
  runAll(): this {
    const code = this.cells.filter(cell => cell.type === 'code');
    return this.runs(...code.map(cell => cell.cellId));
  }

  /** Runs a cell that ends in an error; `bound` are the names that it bound before, when a probe is there. */
  fails(id: string, bound?: readonly string[]): this {
    const report = bound && { bound };
    return this.run(id, null, { status: 'error', output: 'error', report });
  }

  /** Runs code from another client of the kernel. */
  console(source: string, outcome: Outcome = {}): this {
    this.record(source, null, outcome);
    return this;
  }

  /** Ends the kernel's process; what runs next runs in a new one. */
  restart(): this {
    const open = this.current();
    open.run = { ...open.run, end: 'restarted', closedAt: time(59) };
    this.open();
    return this;
  }

  /** Notes in the present run why its record is incomplete. */
  gap(kind: Gap['kind']): this {
    const open = this.current();
    const gap: Gap = { kind, detail: '', at: time(0) };
    open.run = { ...open.run, gaps: [...open.run.gaps, gap] };
    return this;
  }

  /** Lets executions happen in the kernel that nobody records. */
  unrecorded(executions = 1): this {
    this.current().count += executions;
    return this;
  }

  /** Takes the kernel's language for all runs. */
  language(language: string): this {
    this.kernelLanguage = language;
    return this;
  }

  /** Takes the environment for all runs. */
  environment(environment: Environment): this {
    this.kernelEnvironment = environment;
    return this;
  }

  build(): BuiltHistory {
    const environment = this.kernelEnvironment;
    const runs = this.openRuns.map(({ run, executions, sources }) => ({
      run: {
        ...run,
        kernel: { ...run.kernel, language: this.kernelLanguage },
        environmentId: environment?.environmentId ?? null,
        executionCount: executions.length
      },
      executions: [...executions],
      sources: new Map(sources),
      environment
    }));
    return { runs, document: this.cells.map(cell => ({ ...cell })) };
  }

  private find(id: string): Cell {
    const cell = this.cells.find(one => one.cellId === id);
    if (!cell) {
      throw new Error(`No cell ${id}`);
    }
    return cell;
  }

  private current(): OpenRun {
    return this.openRuns[this.openRuns.length - 1] ?? this.open();
  }

  private open(): OpenRun {
    const number = this.openRuns.length + 1;
    const open: OpenRun = {
      run: blankRun(number),
      executions: [],
      sources: new Map(),
      count: 0
    };
    this.openRuns.push(open);
    return open;
  }

  private record(
    source: string,
    cell: Cell | null,
    { status = 'ok', output, report, tells }: Outcome
  ): Execution {
    const open = this.current();
    const sequence = open.executions.length + 1;
    const sourceHash = hashOf(source);
    open.count += status === 'aborted' ? 0 : 1;
    open.sources.set(sourceHash, source);
    const execution: Execution = {
      schemaVersion: 1,
      executionId: executionIdOf(open.run.runId, `m${sequence}`),
      runId: open.run.runId,
      sequence,
      cellId: cell?.cellId ?? null,
      cellIndex: cell ? this.cells.indexOf(cell) : null,
      executionCount: status === 'aborted' ? null : open.count,
      sourceHash,
      firstLine: source.trim().split('\n')[0] ?? '',
      status,
      submittedAt: time(sequence),
      startedAt: time(sequence),
      finishedAt: time(sequence),
      documentHash: cell ? asDocumentHash(hashOf('document')) : null,
      outputsHash: hashOf(output ?? ''),
      stableHash: output === undefined ? null : hashOf(output),
      outputCount: output === undefined ? 0 : 1,
      outputBytes: output?.length ?? 0,
      tells:
        tells ?? tellsOf(source, output === undefined ? [] : [printed(output)]),
      error: status === 'error' ? errorOf(output ?? '') : null,
      report: report ? { ...emptyReport, ...report } : null,
      gaps: []
    };
    open.executions.push(execution);
    return execution;
  }

  private readonly cells: Cell[] = [];
  private readonly openRuns: OpenRun[] = [];
  private kernelLanguage = 'python';
  private kernelEnvironment: Environment | null = null;
}

/** Starts the history of an empty notebook. */
export function aNotebook(): RunBuilder {
  return new RunBuilder();
}

function blankCell(id: string, type: CellType, source: string): Cell {
  return {
    cellId: asCellId(id),
    type,
    source,
    executionCount: null,
    hasOutputs: false,
    mayRaise: false
  };
}

function printed(text: string): Output {
  return { output_type: 'stream', name: 'stdout', text };
}

/** `NameError: name 'x' is not defined` as an error; of a text without a name, an error without one. */
function errorOf(output: string): Execution['error'] {
  const [, ename = 'Error', evalue = output] =
    /^(\w*(?:Error|Exception)): (.*)$/.exec(output) ?? [];
  return { ename, evalue };
}
