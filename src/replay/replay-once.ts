// One pass over the steps in one fresh kernel.
import { USUAL_TOLERANCE } from '../compare';
import type { CellOutcome } from '../model';
import { withUpdates } from './later-updates';
import { maskedCode, maskedTrouble } from './masked';
import { PassRecord, type Pass } from './pass';
import type {
  DisplayUpdate,
  IReplayKernel,
  ReplayedCode
} from './replay-kernel';
import type { ReplayHost, ReplayRequest, ReplayStep } from './replay-request';
import { outcomeOf } from './step-outcome';
import { troubleOf, type Trouble } from './trouble';

const CANCELLED: Trouble = {
  kind: 'cancelled',
  sentence: 'The replay was cancelled.'
};

/** Runs the steps one after the other; the kernel is gone when it resolves. */
export async function replayOnce(
  request: ReplayRequest,
  host: ReplayHost,
  repeat: number
): Promise<Pass> {
  const { cancel, now, onProgress } = host;
  const record = new PassRecord(request);
  const began = now();
  const tell = (step: ReplayStep | null): void =>
    onProgress(record.progress(step, { elapsedMs: now() - began, repeat }));
  tell(null);
  const started = cancel.aborted ? null : await host.startKernel();
  if (!started?.ok) {
    const stop: Trouble = started
      ? { kind: 'no-kernel', sentence: request.mask.text(started.reason) }
      : CANCELLED;
    return record.end(null, stop);
  }
  const { kernel } = started.value;
  const stopKernel = (): void => void kernel.shutDown();
  cancel.addEventListener('abort', stopKernel);
  let stop: Trouble | null = CANCELLED;
  try {
    stop =
      (cancel.aborted ? CANCELLED : await prepared(kernel, request)) ??
      (await stepsRun(kernel, { request, host, record, tell }));
  } finally {
    cancel.removeEventListener('abort', stopKernel);
    await kernel.shutDown();
  }
  stop = cancel.aborted && stop ? CANCELLED : stop;
  tell(null);
  return record.end(started.value, stop);
}

/** Our own code has to work, or what follows runs in another place than the user was told. */
async function prepared(
  kernel: IReplayKernel,
  { mask, prepare, timeoutMs }: ReplayRequest
): Promise<Trouble | null> {
  if (prepare === null) {
    return null;
  }
  const options = { isSilent: true, timeoutMs };
  const { error, status } = maskedCode(
    await kernel.run(prepare, options),
    mask
  );
  const reason = error ? `: ${error.evalue || error.ename}` : '';
  return status === 'ok'
    ? null
    : {
        kind: status === 'died' ? 'kernel-died' : 'error',
        sentence:
          `The folder for the replay could not be made${reason}`.replace(
            /[.]?$/,
            '.'
          )
      };
}

/** What one pass works with. */
type Work = {
  readonly request: ReplayRequest;
  readonly host: ReplayHost;
  readonly record: PassRecord;
  readonly tell: (step: ReplayStep | null) => void;
};

/** Runs them all, or up to what nobody can go on from. */
async function stepsRun(
  kernel: IReplayKernel,
  { host, record, request, tell }: Work
): Promise<Trouble | null> {
  const judged: JudgedStep[] = [];
  for (const step of request.steps) {
    tell(step);
    if (host.cancel.aborted) {
      return CANCELLED;
    }
    if (record.skips(step)) {
      continue;
    }
    const masked = maskedTrouble(step, request);
    if (masked) {
      return masked;
    }
    const ranAt = new Date(host.now()).toISOString();
    const { mask, timeoutMs } = request;
    const ran = maskedCode(await kernel.run(step.source, { timeoutMs }), mask);
    if (host.cancel.aborted) {
      return CANCELLED;
    }
    const trouble = troubleOf(step, ran, request);
    const judge = (code: ReplayedCode): CellOutcome =>
      outcomeOf(step, code, {
        detail: trouble?.sentence ?? '',
        context: {
          tolerance: request.tolerance ?? USUAL_TOLERANCE,
          ranAt: { a: step.recordedAt, b: ranAt }
        }
      });
    applyUpdates(ran.updates ?? [], judged, record);
    const { outputs } = ran;
    judged.push({ index: record.count, ran, judge });
    record.add({
      outcome: judge(ran),
      outputs,
      ranAt,
      isBroken: trouble !== null
    });
    if (trouble && isEnd(trouble, request)) {
      return trouble;
    }
  }
  return null;
}

/** A step that ran, and how its outcome comes about. */
type JudgedStep = {
  readonly index: number;
  ran: ReplayedCode;
  readonly judge: (ran: ReplayedCode) => CellOutcome;
};

/** Judges earlier steps anew whose displays were replaced. */
function applyUpdates(
  updates: readonly DisplayUpdate[],
  judged: readonly JudgedStep[],
  record: PassRecord
): void {
  for (const step of updates.length > 0 ? judged : []) {
    const ran = withUpdates(step.ran, updates);
    if (ran) {
      step.ran = ran;
      const { outputs } = ran;
      record.replace(step.index, { outcome: step.judge(ran), outputs });
    }
  }
}

/** A kernel that is gone or hangs runs nothing more; after an error it is the user's choice. */
function isEnd({ kind }: Trouble, { onError }: ReplayRequest): boolean {
  return (
    kind === 'timeout' ||
    kind === 'kernel-died' ||
    kind === 'input-requested' ||
    onError === 'stop'
  );
}
