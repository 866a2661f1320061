// What the recorder has put into the store, as tests ask for it.
import { expect, type IJupyterLabPageFixture } from '@jupyterlab/galata';
import type { Page } from '@playwright/test';

import type { Execution, Output, Run } from '../../src/model';
import type { IRunRecorder, IRunStore } from '../../src/tokens';

/** One execution as it is stored. */
export type RecordedExecution = {
  readonly sequence: number | null;
  readonly cellId: string | null;
  readonly cellIndex: number | null;
  readonly executionCount: number | null;
  readonly status: string;
  readonly source: string | null;
  /** Text of streams and plain results, error names; joined by `|`. */
  readonly shown: string;
  readonly outputBytes: number;
  readonly bound: readonly string[] | null;
  readonly documentHash: string | null;
  readonly gaps: readonly string[];
};

/** One run with its executions. */
export type RecordedRun = {
  readonly number: number;
  readonly end: string | null;
  readonly packages: number;
  readonly gaps: readonly string[];
  readonly executions: readonly RecordedExecution[];
};

/** The runs of a notebook, oldest first, after everything that was seen has been stored. */
export function recordedRuns(
  page: Page,
  notebookPath: string
): Promise<readonly RecordedRun[]> {
  return page.evaluate(async path => {
    const store = (await window.galata.getPlugin(
      'jupyterlab-retrace:store' as never
    )) as unknown as IRunStore;
    const recorder = (await window.galata.getPlugin(
      'jupyterlab-retrace:recorder' as never
    )) as unknown as IRunRecorder;
    await recorder.flush();

    const shownOf = (output: Output): string => {
      switch (output.output_type) {
        case 'stream':
          return output.text;
        case 'error':
          return output.ename;
        default:
          return String(output.data['text/plain'] ?? '');
      }
    };
    const readExecution = async (
      head: Execution
    ): Promise<RecordedExecution> => {
      const { source, outputs } = await store.payload(head.executionId);
      return {
        ...head,
        source,
        shown: (outputs ?? []).map(shownOf).join('|'),
        bound: head.report?.bound ?? null
      };
    };
    const readRun = async (run: Run): Promise<RecordedRun> => {
      const heads = await store.executions(run.runId);
      const environment =
        run.environmentId && (await store.environment(run.environmentId));
      return {
        number: run.number,
        end: run.end,
        packages: environment ? environment.packages.length : 0,
        gaps: run.gaps.map(gap => gap.kind),
        executions: await Promise.all(heads.map(readExecution))
      };
    };
    const runs = await store.list({ notebookPath: path });
    return Promise.all([...runs].reverse().map(readRun));
  }, notebookPath);
}

/** `status source` of each execution of a run, for short comparisons. */
export function statusesOf(run: RecordedRun | undefined): readonly string[] {
  return (run?.executions ?? []).map(
    ({ cellId, status }) => `${cellId ?? '-'} ${status}`
  );
}

/** The notebook's latest run; an empty one when there is none. */
export async function latest(
  page: Page | IJupyterLabPageFixture,
  path: string
): Promise<RecordedRun> {
  const run = (await recordedRuns(page as unknown as Page, path)).at(-1);
  return run ?? { number: 0, end: null, packages: 0, gaps: [], executions: [] };
}

/** Waits until the executions of the notebook's latest run stand as given: `cell status`; at most `timeout` milliseconds. */
export async function expectRun(
  page: Page | IJupyterLabPageFixture,
  path: string,
  expected: readonly string[],
  timeout = 60_000
): Promise<RecordedRun> {
  await expect
    .poll(async () => statusesOf(await latest(page, path)), { timeout })
    .toEqual(expected);
  return latest(page, path);
}
