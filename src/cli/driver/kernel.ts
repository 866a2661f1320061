// Kernels for the command line: a child process in Python that runs one, and dies with it.
import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';

import { fail, succeed, type Result } from '../../model';
import type { IReplayKernel, ReplayedCode, StartedKernel } from '../../replay';
import { decodeMessage, type DriverMessage } from './messages';
import { DRIVER } from './source';

/** Which kernel, and where. */
export type KernelOrder = {
  /** Interpreter that runs the driver. */
  readonly python: string;
  /** Name of the kernelspec. */
  readonly kernel: string;
  /** True where another kernel of the same language may stand in for one that is not there. */
  readonly replaces: boolean;
  /** Lower case. */
  readonly language: string;
  /** Working directory of the kernel. */
  readonly folder: string;
};

/** Seconds that a kernel may take to start. */
const PATIENCE = 120;

const DIED: ReplayedCode = {
  status: 'died',
  outputs: [],
  error: null,
  durationMs: 0
};

/** Starts a kernel; `note` is what the user should know about the choice. */
export async function startKernel(
  order: KernelOrder
): Promise<Result<StartedKernel & { readonly note: string }>> {
  const driver = new Driver(order.python);
  const answer = await driver.ask({
    op: 'start',
    kernel: order.kernel,
    replaces: order.replaces,
    language: order.language,
    cwd: order.folder,
    patience: PATIENCE
  });
  if (answer?.event === 'started') {
    return succeed({
      kernel: driver,
      environmentId: null,
      environmentLabel: answer.label,
      note: answer.note
    });
  }
  await driver.shutDown();
  return fail(
    answer?.event === 'failed'
      ? answer.reason
      : `The program that runs kernels ended${driver.lastWords}`
  );
}

class Driver implements IReplayKernel {
  private readonly _process: ChildProcess;
  private readonly _gone: Promise<void>;
  private _answer: ((message: DriverMessage | null) => void) | null = null;
  private _runs = 0;
  private _isOver = false;
  private _words = '';

  constructor(python: string) {
    this._process = spawn(python, ['-u', '-c', DRIVER], {
      stdio: ['pipe', 'pipe', 'pipe']
    });
    const { stderr, stdin, stdout } = this._process;
    // An order to a driver that is gone is answered by its end.
    stdin?.on('error', () => undefined);
    stderr?.on('data', (bytes: Buffer) => {
      this._words = `${this._words}${bytes.toString()}`.slice(-2000);
    });
    if (stdout) {
      createInterface({ input: stdout }).on('line', line => this._read(line));
    }
    this._gone = new Promise(resolve => {
      const end = (): void => {
        this._isOver = true;
        this._tell(null);
        resolve();
      };
      this._process.on('error', end);
      this._process.on('close', end);
    });
  }

  /** The last line that the driver wrote for people, in brackets; empty when there is none. */
  get lastWords(): string {
    const line = this._words.trim().split('\n').pop() ?? '';
    return line === '' ? '' : ` (${line.slice(0, 200)})`;
  }

  /** Gives an order; null when the driver ended without an answer. */
  ask(order: object): Promise<DriverMessage | null> {
    return new Promise(resolve => {
      if (this._isOver) {
        resolve(null);
        return;
      }
      this._answer = resolve;
      this._process.stdin?.write(`${JSON.stringify(order)}\n`);
    });
  }

  async run(
    code: string,
    options: { readonly isSilent?: boolean; readonly timeoutMs: number | null }
  ): Promise<ReplayedCode> {
    this._runs += 1;
    const id = this._runs;
    const answer = await this.ask({
      op: 'run',
      id,
      code,
      silent: options.isSilent === true,
      timeout: options.timeoutMs === null ? null : options.timeoutMs / 1000
    });
    return answer?.event === 'ended' && answer.id === id ? answer.code : DIED;
  }

  /** What runs is killed; a kernel that is idle may run its own end, such as removing its copy of a folder. */
  async shutDown(): Promise<void> {
    const op = this._answer ? 'kill' : 'end';
    this._process.stdin?.write(`${JSON.stringify({ op })}\n`);
    await this._gone;
  }

  private _read(line: string): void {
    const message = decodeMessage(line);
    if (message.ok) {
      this._tell(message.value);
    } else {
      this._process.kill();
    }
  }

  private _tell(message: DriverMessage | null): void {
    const answer = this._answer;
    this._answer = null;
    answer?.(message);
  }
}
