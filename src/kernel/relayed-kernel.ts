// A kernel of another interpreter, run by a kernel of the server's that does nothing but pass on what it says.
import type { Probe, ProbeLimits } from '../languages';
import {
  fail,
  succeed,
  type Environment,
  type Output,
  type Result
} from '../model';
import {
  commDataOf,
  decodeProbeMessage,
  type KernelMessage,
  type ProbeMessage
} from '../recording';
import {
  decodeRelayed,
  relayCode,
  relayedRun,
  type IReplayKernel,
  type Relayed,
  type ReplayedCode
} from '../replay';
import { ReplayedExecution } from './replayed-execution';
import { numbersOf, type Numbers } from './scalar-numbers';

/** The other kernel's start may take long where its packages are read for the first time. */
const START_MS = 120_000;

/** A probe that does not answer is done without. */
const PROBE_MS = 60_000;

/** What is wanted of the other kernel. */
export type RelayedOptions = {
  /** Path of the interpreter. */
  readonly python: string;
  /** Outputs over this size are kept as a preview, as recorded ones are. */
  readonly capBytes: number;
  /** Tells the environment, and the numbers that each piece of code bound; null for none. */
  readonly probe: {
    readonly probe: Probe;
    readonly limits: ProbeLimits;
  } | null;
};

/** Starts it, or says why not; the kernel that passes on is gone in that case. */
export async function startRelayedKernel(
  helper: IReplayKernel,
  { capBytes, probe, python }: RelayedOptions
): Promise<Result<RelayedKernel>> {
  const ran = await helper.run(relayCode(python), {
    isSilent: true,
    timeoutMs: START_MS
  });
  const told = linesOf(ran);
  if (told.some(({ kind }) => kind === 'started')) {
    const sent = probe && (probe.probe.within?.(probe.limits) ?? probe.probe);
    const kernel = new RelayedKernel(helper, capBytes, sent?.commId ?? '');
    if (sent) {
      await kernel.run(sent.source, { isSilent: true, timeoutMs: PROBE_MS });
    }
    return succeed(kernel);
  }
  await helper.shutDown();
  const [refusal] = told.flatMap(each =>
    each.kind === 'failed' ? [each.reason] : []
  );
  return fail(
    `The kernel of the clean environment could not be started: ${refusal ?? ran.error?.evalue ?? 'it did not answer'}`
  );
}

/** Ends with its helper. */
class RelayedKernel implements IReplayKernel {
  private _environment: Environment | null = null;

  constructor(
    private readonly _helper: IReplayKernel,
    private readonly _capBytes: number,
    /** Of the probe's messages; empty where there is no probe. */
    private readonly _commId: string
  ) {}

  /** As the probe told it; null until it did. */
  get environment(): Environment | null {
    return this._environment;
  }

  async run(
    code: string,
    options: { readonly isSilent?: boolean; readonly timeoutMs: number | null }
  ): Promise<ReplayedCode> {
    const { isSilent = false, timeoutMs } = options;
    const ran = await this._helper.run(relayedRun(code, isSilent), {
      isSilent: true,
      timeoutMs
    });
    const execution = new ReplayedExecution(0, this._capBytes);
    let scalars: Numbers | null = null;
    for (const line of linesOf(ran)) {
      if (line.kind === 'message') {
        const message = asMessage('iopub', line.type, line.content);
        const told = this._told(message);
        if (told?.kind === 'report') {
          scalars = numbersOf(told.report.report);
        } else if (told?.kind === 'hello') {
          this._environment = told.environment;
        }
        execution.read(message, REQUEST);
      } else if (line.kind === 'reply') {
        const reply = asMessage('shell', 'execute_reply', line.content);
        execution.read(reply, REQUEST);
        if (ran.status === 'ok') {
          execution.takeReply(reply, ran.durationMs);
        }
      }
    }
    // Whatever did not end with a reply ended as the helper did, or with the other kernel.
    const { status } = ran;
    execution.end(
      status === 'timeout' || status === 'input-requested' ? status : 'died',
      ran.durationMs
    );
    const ended = await execution.ended;
    return scalars === null ? ended : { ...ended, scalars };
  }

  /** What the probe says with a message; null for any other one, and for what is none of its words. */
  private _told(message: KernelMessage): ProbeMessage | null {
    const data = commDataOf(message, this._commId);
    const decoded = data === undefined ? null : decodeProbeMessage(data);
    return decoded?.ok ? decoded.value : null;
  }

  shutDown(): Promise<void> {
    return this._helper.shutDown();
  }
}

const REQUEST = 'relayed';

/** What the relay prints has the content of messages alone. */
function asMessage(
  channel: 'iopub' | 'shell',
  type: string,
  content: unknown
): KernelMessage {
  return {
    channel,
    header: { msg_type: type },
    parent_header: { msg_id: REQUEST },
    content
  };
}

function linesOf({ outputs }: ReplayedCode): readonly Relayed[] {
  return outputs
    .map(printed)
    .join('')
    .split('\n')
    .flatMap(line => decodeRelayed(line) ?? []);
}

/** Standard output of ours; nothing else is read. */
export function printed(output: Output): string {
  return output.output_type === 'stream' && output.name === 'stdout'
    ? output.text
    : '';
}
