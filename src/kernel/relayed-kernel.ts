// A kernel of another interpreter, run by a kernel of the server's that does nothing but pass on what it says.
import { fail, succeed, type Output, type Result } from '../model';
import {
  decodeRelayed,
  relayCode,
  relayedRun,
  type IReplayKernel,
  type Relayed,
  type ReplayedCode
} from '../replay';
import { ReplayedExecution } from './replayed-execution';

/** The other kernel's start may take long where its packages are read for the first time. */
const START_MS = 120_000;

/** Starts it, or says why not; the kernel that passes on is gone in that case. */
export async function startRelayedKernel(
  helper: IReplayKernel,
  python: string,
  capBytes: number
): Promise<Result<IReplayKernel>> {
  const ran = await helper.run(relayCode(python), {
    isSilent: true,
    timeoutMs: START_MS
  });
  const told = linesOf(ran);
  if (told.some(({ kind }) => kind === 'started')) {
    return succeed(new RelayedKernel(helper, capBytes));
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
  constructor(
    private readonly _helper: IReplayKernel,
    private readonly _capBytes: number
  ) {}

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
    for (const line of linesOf(ran)) {
      if (line.kind === 'message') {
        execution.read(asMessage('iopub', line.type, line.content), REQUEST);
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
    return execution.ended;
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
): Parameters<ReplayedExecution['read']>[0] {
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
