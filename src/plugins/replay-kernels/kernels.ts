// Kernels for replays, and their end for sure: at the end of a replay, when the page goes, and when the next one comes.
import { URLExt } from '@jupyterlab/coreutils';
import { ServerConnection, type ServiceManager } from '@jupyterlab/services';

import {
  ReplayLedger,
  startReplayKernel,
  sweepLeftOver,
  type LedgerStorage,
  type ReplayKernel,
  type ReplayKernelOptions
} from '../../kernel';
import { languageOf } from '../../languages';
import {
  succeed,
  type Environment,
  type Result,
  type Translator
} from '../../model';
import type { StartKernel } from '../../replay';
import type { IReplayKernels } from '../../tokens';

/** What kernels are started with. */
export type ReplayKernelsOptions = {
  readonly manager: ServiceManager.IManager;
  readonly translator: Translator;
  /** Bytes of one output that are kept, as for recorded ones. */
  readonly capBytes: () => number;
};

/** What a kernel that passes on another one's outputs may print at most in one go. */
const HELPER_BYTES = 256 * 2 ** 20;

/** A probe that nobody waits for may take its time. */
const PROBE_BUDGET_MS = 200;

/** One for the page. */
export class ReplayKernels implements IReplayKernels {
  constructor(private readonly _options: ReplayKernelsOptions) {
    const { baseUrl } = _options.manager.serverSettings;
    this._ledger = new ReplayLedger({
      storage: storage(),
      baseUrl,
      now: () => Date.now(),
      repeat: (callback, everyMs) => {
        const timer = window.setInterval(callback, everyMs);
        return () => window.clearInterval(timer);
      }
    });
    window.addEventListener('pagehide', () => this._leave());
    void this._sweep();
  }

  /** Bytes of one output that are kept. */
  get capBytes(): number {
    return this._options.capBytes();
  }

  /** Starts kernels of one kind in the folder of one notebook. */
  starter(kernelName: string, notebookPath: string): StartKernel {
    return async () => {
      const started = await this._start(kernelName, notebookPath, {
        capBytes: this.capBytes,
        probe: this.probeFor(kernelName)
      });
      if (!started.ok) {
        return started;
      }
      const { environment } = started.value;
      return succeed({
        kernel: started.value,
        environmentId: environment?.environmentId ?? null,
        environmentLabel: environment
          ? environmentLabel(environment, this._options.translator)
          : ''
      });
    };
  }

  /** A kernel for code of ours, whose output is read whole. */
  helper(
    kernelName: string,
    notebookPath: string
  ): Promise<Result<ReplayKernel>> {
    return this._start(kernelName, notebookPath, {
      capBytes: HELPER_BYTES,
      probe: null
    });
  }

  probeFor(kernelName: string): ReplayKernelOptions['probe'] {
    const { specs } = this._options.manager.kernelspecs;
    const language = specs?.kernelspecs[kernelName]?.language ?? '';
    const probe = languageOf(language.toLowerCase())?.probe;
    return probe ? { probe, limits: { budgetMs: PROBE_BUDGET_MS } } : null;
  }

  private _start(
    kernelName: string,
    notebookPath: string,
    how: Pick<ReplayKernelOptions, 'capBytes' | 'probe'>
  ): Promise<Result<ReplayKernel>> {
    const { manager } = this._options;
    return startReplayKernel({
      kernels: manager.kernels,
      kernelName,
      notebookPath: manager.contents.localPath(notebookPath),
      ...how,
      ledger: this._ledger,
      now: () => performance.now(),
      schedule: (callback, delayMs) => {
        const timer = window.setTimeout(callback, delayMs);
        return () => window.clearTimeout(timer);
      },
      newKernelId
    });
  }

  /** The page may be gone in a moment: requests that outlive it. */
  private _leave(): void {
    const { serverSettings } = this._options.manager;
    for (const kernelId of this._ledger.own) {
      const url = URLExt.join(
        serverSettings.baseUrl,
        'api/kernels',
        encodeURIComponent(kernelId)
      );
      ServerConnection.makeRequest(
        url,
        { method: 'DELETE', keepalive: true },
        serverSettings
      ).catch(() => {
        // Nobody is left to hear of it; the next page finds the kernel.
      });
    }
  }

  private async _sweep(): Promise<void> {
    const { kernels } = this._options.manager;
    try {
      const waitMs = await sweepLeftOver(this._ledger, {
        runningIds: async () => {
          try {
            await kernels.refreshRunning();
          } catch {
            // A server that does not answer tells nothing about its kernels.
            return null;
          }
          return new Set([...kernels.running()].map(({ id }) => id));
        },
        shutdown: kernelId => kernels.shutdown(kernelId)
      });
      if (waitMs > 0) {
        window.setTimeout(() => void this._sweep(), waitMs);
      }
    } catch (fault) {
      console.warn('Retrace could not shut down what a replay left.', fault);
    }
  }

  private readonly _ledger: ReplayLedger;
}

/** `CPython 3.11.7, 108 packages`. */
function environmentLabel(
  { implementation, language, languageVersion, packages }: Environment,
  translator: Translator
): string {
  const name = `${implementation || language} ${languageVersion}`.trim();
  return packages.length === 0
    ? name
    : translator.__(
        '%1, %2',
        name,
        translator._n('%1 package', '%1 packages', packages.length)
      );
}

/** A UUID; `crypto.randomUUID` is missing on plain-http origins. */
function newKernelId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const digits = [...bytes]
    .map((byte, index) =>
      index === 6
        ? (byte & 0x0f) | 0x40
        : index === 8
          ? (byte & 0x3f) | 0x80
          : byte
    )
    .map(byte => byte.toString(16).padStart(2, '0'))
    .join('');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function storage(): LedgerStorage | null {
  try {
    return window.localStorage;
  } catch {
    // Some browsers forbid even to ask.
    return null;
  }
}
