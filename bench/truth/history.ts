// A session as a history file.
import { kernelOf } from './languages';
import type { Truth } from './sessions';

/** What `retrace check` reads. */
export type HistoryFile = {
  readonly format: 'retrace-history';
  readonly version: 1;
  readonly notebook: {
    readonly path: string;
    readonly cells: readonly {
      readonly id: string;
      readonly type: string;
      readonly source: string;
      readonly mayRaise?: boolean;
    }[];
  };
  readonly runs: readonly {
    readonly runId: string;
    readonly kernel: { readonly name: string; readonly language: string };
    readonly startedAt?: string;
    readonly executions: readonly FileExecution[];
    readonly environment?: unknown;
  }[];
};

type FileExecution = {
  readonly executionId: string;
  readonly sequence: number;
  readonly cellId: string;
  readonly executionCount: number | null;
  readonly source: string;
  readonly status: string;
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly outputs: readonly unknown[];
  readonly report?: unknown;
};

/** The file of one session, with or without what the probe said. */
export function historyFileOf(truth: Truth, hasProbe: boolean): HistoryFile {
  const { plan, recorded } = truth;
  const ran = plan.session.ran.filter(one => one.length > 0);
  return {
    format: 'retrace-history',
    version: 1,
    notebook: {
      path: `${plan.notebook.name}.ipynb`,
      cells: truth.cells.map(({ cellId, source, mayRaise }) => ({
        id: cellId,
        type: 'code',
        source,
        ...(mayRaise && { mayRaise })
      }))
    },
    runs: recorded.kernels.map(({ executions, environment }, kernel) => ({
      runId: `run-${kernel + 1}`,
      kernel: kernelOf(plan.notebook.language),
      startedAt: executions[0]?.startedAt,
      executions: executions.map((done, index) => ({
        executionId: `run-${kernel + 1}/${index + 1}`,
        sequence: index + 1,
        cellId: ran[kernel]?.[index]?.id ?? '',
        executionCount: done.executionCount,
        source: ran[kernel]?.[index]?.source ?? '',
        status: done.status,
        startedAt: done.startedAt,
        finishedAt: done.finishedAt,
        outputs: done.outputs,
        ...(hasProbe && done.report !== undefined && { report: done.report })
      })),
      ...(hasProbe && environment ? { environment } : {})
    }))
  };
}
