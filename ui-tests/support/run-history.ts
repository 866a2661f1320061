// The Run History panel as a test sees it, and histories put straight into the store.
import type { IJupyterLabPageFixture } from '@jupyterlab/galata';
import type { Locator } from '@playwright/test';

/** One execution to be put into the store; what is missing is ordinary. */
export type SeededExecution = {
  readonly cellId?: string | null;
  readonly source?: string;
  readonly status?: string;
  readonly outputs?: readonly unknown[];
  readonly error?: { readonly ename: string; readonly evalue: string };
  readonly imported?: { readonly [distribution: string]: string };
};

/** The panel's parts, by the names that users see. */
export class RunHistory {
  constructor(private readonly _page: IJupyterLabPageFixture) {
    this.root = _page.locator('.jp-RetracePanel');
    this.tree = this.root.getByRole('tree', { name: 'Runs' });
    this.runs = this.tree.locator('.jp-mod-run');
    this.executions = this.tree.locator('.jp-mod-execution');
    this.details = this.tree.locator('.jp-mod-detail');
    this.scroller = this.root.locator('.jp-RetraceRuns-list');
  }

  readonly root: Locator;
  readonly tree: Locator;
  readonly runs: Locator;
  readonly executions: Locator;
  readonly details: Locator;
  readonly scroller: Locator;

  async open(): Promise<void> {
    await this._page.evaluate(() =>
      window.jupyterapp.commands.execute('retrace:open-history')
    );
    await this.root.waitFor();
  }

  /** Puts one run with these executions into the store, under an environment if packages are given; returns its id. */
  async seed(
    notebookPath: string,
    executions: readonly SeededExecution[],
    kernelName = 'Python 3',
    packages: { readonly [name: string]: string } | null = null
  ): Promise<string> {
    return this._page.evaluate(seedRun, {
      notebookPath,
      executions,
      kernelName,
      packages
    });
  }
}

type Store = {
  openRun(draft: object): Promise<{ runId: string }>;
  append(batch: object): Promise<void>;
};

async function seedRun(seed: {
  notebookPath: string;
  executions: readonly SeededExecution[];
  kernelName: string;
  packages: { readonly [name: string]: string } | null;
}): Promise<string> {
  const store: Store = (await window.galata.getPlugin(
    'jupyterlab-retrace:store' as never
  ))!;
  const config = document.getElementById('jupyter-config-data');
  const { serverRoot } = JSON.parse(config?.textContent ?? '{}');
  const started = Date.now() - seed.executions.length;
  const timeAt = (index: number): string =>
    new Date(started + index).toISOString();
  const runId = `0${started}-${Math.random().toString(36).slice(2)}`;
  const run = await store.openRun({
    schemaVersion: 1,
    runId,
    notebookPath: seed.notebookPath,
    serverRoot: serverRoot ?? '',
    kernel: {
      kernelId: `seeded-${runId}`,
      processId: runId,
      name: 'python3',
      displayName: seed.kernelName,
      language: 'python'
    },
    openedAt: timeAt(0),
    changedAt: timeAt(0),
    closedAt: timeAt(0),
    end: 'restarted',
    environmentId: null,
    executionCount: 0,
    failureCount: 0,
    busyMs: 0,
    isPinned: false,
    gaps: []
  });
  const hash = '0'.repeat(64);
  const heads = seed.executions.map((seeded, index) => ({
    schemaVersion: 1,
    executionId: `${runId}/m${index}`,
    runId,
    sequence: index + 1,
    cellId: seeded.cellId === undefined ? 'a' : seeded.cellId,
    cellIndex: 0,
    executionCount: index + 1,
    sourceHash: hash,
    firstLine: (seeded.source ?? 'x = 1').split('\n')[0]?.slice(0, 200),
    status: seeded.status ?? 'ok',
    submittedAt: timeAt(index),
    startedAt: timeAt(index),
    finishedAt: timeAt(index + 1),
    documentHash: null,
    outputsHash: seeded.outputs ? hash : null,
    outputCount: seeded.outputs?.length ?? 0,
    outputBytes: 0,
    error: seeded.error ?? null,
    report: seeded.imported
      ? {
          bound: [],
          rebound: [],
          deleted: [],
          imported: seeded.imported,
          modules: {},
          values: {},
          omitted: []
        }
      : null,
    gaps: []
  }));
  const environment = seed.packages && {
    schemaVersion: 1,
    environmentId: 'e'.repeat(64),
    language: 'python',
    languageVersion: '',
    implementation: '',
    platform: '',
    packages: Object.entries(seed.packages).map(([name, version]) => ({
      name,
      version
    })),
    modules: {}
  };
  await store.append({
    run: {
      ...run,
      executionCount: heads.length,
      environmentId: environment?.environmentId ?? null
    },
    ...(environment && { environment }),
    executions: heads,
    payloads: seed.executions.flatMap((seeded, index) =>
      seeded.source === undefined && seeded.outputs === undefined
        ? []
        : [
            {
              executionId: `${runId}/m${index}`,
              source: seeded.source ?? 'x = 1',
              outputs: seeded.outputs ?? []
            }
          ]
    ),
    documents: [],
    isBarrier: true
  });
  return runId;
}
