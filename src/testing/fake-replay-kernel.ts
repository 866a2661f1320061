// A kernel for replays that says what a test tells it to, without running anything.
import { fail, succeed, type Output, type Result } from '../model';
import type {
  CancelSignal,
  IReplayKernel,
  ReplayedCode,
  StartedKernel
} from '../replay';

/** What the kernel does with a piece of code; `hangs` waits until it is shut down. */
export type Answer = Partial<ReplayedCode> | 'hangs';

/** One stream output. */
export function printed(text: string): Output {
  return { output_type: 'stream', name: 'stdout', text };
}

/** An error as the kernel shows it and tells it. */
export function raising(ename: string, evalue: string): Partial<ReplayedCode> {
  return {
    status: 'error',
    error: { ename, evalue },
    outputs: [{ output_type: 'error', ename, evalue, traceback: [] }]
  };
}

/** Answers by source; each kernel that was started is kept. */
export class FakeReplayKernels {
  /** Sources in the order in which they ran, of each kernel. */
  readonly ran: string[][] = [];
  /** Kernels that were not shut down. */
  alive = 0;
  private readonly _answers: (source: string, kernel: number) => Answer;

  constructor(answers: (source: string, kernel: number) => Answer) {
    this._answers = answers;
  }

  readonly start = async (): Promise<Result<StartedKernel>> => {
    const number = this.ran.length;
    const ran: string[] = [];
    this.ran.push(ran);
    this.alive += 1;
    let end: (() => void) | null = null;
    let isDown = false;
    const kernel: IReplayKernel = {
      run: async code => {
        ran.push(code);
        const answer = this._answers(code, number);
        if (answer === 'hangs') {
          await new Promise<void>(resolve => {
            end = resolve;
          });
          return { ...NOTHING, status: 'died' };
        }
        return { ...NOTHING, ...answer };
      },
      shutDown: async () => {
        this.alive -= isDown ? 0 : 1;
        isDown = true;
        end?.();
      }
    };
    return succeed({
      kernel,
      environmentId: null,
      environmentLabel: 'CPython 3.12'
    });
  };
}

/** Where no kernel can be started. */
export async function noKernel(): Promise<Result<StartedKernel>> {
  return fail('There is no kernel “python9” here.');
}

const NOTHING: ReplayedCode = {
  status: 'ok',
  outputs: [],
  error: null,
  durationMs: 10
};

/** A wish to cancel that a test can utter. */
export class FakeCancel implements CancelSignal {
  aborted = false;
  private readonly _listeners = new Set<() => void>();

  addEventListener(_type: 'abort', listener: () => void): void {
    this._listeners.add(listener);
  }

  removeEventListener(_type: 'abort', listener: () => void): void {
    this._listeners.delete(listener);
  }

  abort(): void {
    this.aborted = true;
    this._listeners.forEach(listener => listener());
  }

  /** How many still wait for it. */
  get listeners(): number {
    return this._listeners.size;
  }
}
