// A page's run store as a test drives it: bursts of executions, and what became of them.
import { randomUUID } from 'node:crypto';

import type { Page } from '@playwright/test';

/** What a page finds of a run. */
export type StoredRun = {
  /** Message ids of the executions that have a sequence, in its order. */
  readonly msgIds: string[];
  readonly sequences: (number | null)[];
  /** What the run's own counter says. */
  readonly counted: number;
  /** Message ids whose payload is whole. */
  readonly whole: string[];
  /** Message ids that are neither whole nor marked as lost. */
  readonly broken: string[];
};

export type StoreState = {
  readonly condition: string;
  readonly message: string;
  readonly loss: string;
};

type Burst = {
  readonly runId: string;
  /** The first of the message ids `m0`, `m1` … */
  readonly first: number;
  readonly count: number;
  /** Characters of output of each; random, so that nothing can be compressed or shared. */
  readonly size: number;
  /** True to wait for the store; else the executions are only handed over. */
  readonly isAwaited?: boolean;
  /** True when the run ends with the burst. */
  readonly isLast?: boolean;
};

type Store = {
  readonly state: StoreState;
  readonly ready: Promise<void>;
  openRun(draft: object): Promise<object>;
  append(batch: object): Promise<void>;
  get(runId: string): Promise<{ executionCount: number } | null>;
  list(query: object): Promise<readonly { runId: string }[]>;
  executions(
    runId: string
  ): Promise<
    readonly { executionId: string; sequence: number | null; gaps: string[] }[]
  >;
  payload(
    executionId: string
  ): Promise<{ source: string | null; outputs: { text: string }[] | null }>;
  usage(): Promise<{ bytes: number; runs: number; executions: number }>;
};

type Toolkit = {
  readonly store: Store;
  append(burst: Burst): Promise<void>;
  read(runId: string): Promise<StoredRun>;
};

declare global {
  interface Window {
    storedRuns: Toolkit;
    /** Where a test listens for message ids that were stored. */
    acknowledge?: (msgId: string) => void;
  }
}

/** The store of one page of JupyterLab. */
export class StoredRuns {
  private constructor(private readonly _page: Page) {}

  /** Opens JupyterLab in a page. */
  static async open(page: Page, url: string): Promise<StoredRuns> {
    // A workspace of its own: JupyterLab moves a second page of one to another address.
    await page.goto(`${url}/lab/workspaces/${randomUUID()}`);
    await page.waitForFunction(
      // Reading the application is what makes Galata find it.
      () => 'galata' in window && Boolean(window.galata.app),
      null,
      { timeout: 60_000 }
    );
    await page.evaluate(installToolkit);
    return new StoredRuns(page);
  }

  state(): Promise<StoreState> {
    return this._page.evaluate(() => {
      const { condition, loss, message } = window.storedRuns.store.state;
      return { condition, loss, message };
    });
  }

  usage(): Promise<{ bytes: number; runs: number; executions: number }> {
    return this._page.evaluate(() => window.storedRuns.store.usage());
  }

  append(burst: Burst): Promise<void> {
    return this._page.evaluate(each => window.storedRuns.append(each), burst);
  }

  read(runId: string): Promise<StoredRun> {
    return this._page.evaluate(id => window.storedRuns.read(id), runId);
  }
}

async function installToolkit(): Promise<void> {
  const store: Store = (await window.galata.getPlugin(
    'jupyterlab-retrace:store' as never
  ))!;
  await store.ready;
  const at = new Date().toISOString();

  function random(size: number): string {
    const letters: string[] = [];
    for (let left = size; left > 0; left -= 32_768) {
      const bytes = crypto.getRandomValues(
        new Uint8Array(Math.min(left, 32_768))
      );
      letters.push(
        Array.from(bytes, byte => (byte % 36).toString(36)).join('')
      );
    }
    return letters.join('');
  }

  async function hash(text: string): Promise<string> {
    const bytes = new TextEncoder().encode(text);
    const digest = await crypto.subtle.digest('SHA-256', bytes);
    return Array.from(new Uint8Array(digest), byte =>
      byte.toString(16).padStart(2, '0')
    ).join('');
  }

  async function batchOf(
    run: object,
    runId: string,
    msgId: string,
    size: number
  ) {
    const executionId = `${runId}/${msgId}`;
    const source = `print("${msgId}")`;
    const text = random(size);
    const head = {
      schemaVersion: 1,
      executionId,
      runId,
      sequence: null,
      cellId: msgId,
      cellIndex: 0,
      executionCount: 1,
      sourceHash: await hash(source),
      firstLine: source,
      status: 'ok',
      submittedAt: at,
      startedAt: at,
      finishedAt: at,
      documentHash: null,
      outputsHash: await hash(text),
      outputCount: 1,
      outputBytes: size,
      error: null,
      report: null,
      gaps: []
    };
    const outputs = [{ output_type: 'stream', name: 'stdout', text }];
    const payloads = [{ executionId, source, outputs }];
    return { run, executions: [head], payloads, documents: [] };
  }

  window.storedRuns = {
    store,
    async append({ runId, first, count, size, isAwaited = true, isLast }) {
      const run = await store.openRun({
        schemaVersion: 1,
        runId,
        notebookPath: 'storage.ipynb',
        serverRoot: '/elsewhere',
        kernel: {
          kernelId: `kernel-${runId}`,
          processId: runId,
          name: 'python3',
          displayName: 'Python 3',
          language: 'python'
        },
        openedAt: at,
        changedAt: at,
        closedAt: null,
        end: null,
        environmentId: null,
        executionCount: 0,
        failureCount: 0,
        busyMs: 0,
        isPinned: false,
        gaps: []
      });
      for (let index = first; index < first + count; index++) {
        const batch = await batchOf(run, runId, `m${index}`, size);
        const stored = store.append(batch);
        if (isAwaited) {
          await stored;
          window.acknowledge?.(`m${index}`);
        }
      }
      if (isLast) {
        const closed = { ...run, end: 'restarted', closedAt: at };
        const nothing = { executions: [], payloads: [], documents: [] };
        await store.append({ run: closed, ...nothing, isBarrier: true });
      }
    },
    async read(runId) {
      const heads = await store.executions(runId);
      const nameOf = (id: string): string => id.slice(runId.length + 1);
      const whole: string[] = [];
      const broken: string[] = [];
      for (const head of heads) {
        const { source, outputs } = await store.payload(head.executionId);
        if (source !== null && outputs !== null) {
          whole.push(nameOf(head.executionId));
        } else if (!head.gaps.includes('payload-lost')) {
          broken.push(nameOf(head.executionId));
        }
      }
      return {
        msgIds: heads.map(head => nameOf(head.executionId)),
        sequences: heads.map(head => head.sequence),
        counted: (await store.get(runId))?.executionCount ?? 0,
        whole,
        broken
      };
    }
  };
}
