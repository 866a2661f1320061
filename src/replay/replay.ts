// From an order to a proof.
import type { CellOutcome, Proof } from '../model';
import { maskedRequest } from './masked';
import type { Pass } from './pass';
import { replayOnce } from './replay-once';
import type { Replay, ReplayRequest } from './replay-request';
import { isLost } from './step-outcome';
import { spreadOf, varyingCells, worstOutcomes } from './spread';

/** Runs the steps as often as it is told, each time in a fresh kernel, and compares. */
export const replay: Replay = async (order, host) => {
  const request = maskedRequest(order);
  const startedAt = new Date(host.now()).toISOString();
  const passes: Pass[] = [];
  for (let repeat = 1; repeat <= Math.max(1, request.repeats); repeat += 1) {
    const pass = await replayOnce(request, host, repeat);
    passes.push(pass);
    if (pass.stop) {
      break;
    }
  }
  const finishedAt = new Date(host.now()).toISOString();
  return proofOf(request, passes, { startedAt, finishedAt });
};

function proofOf(
  request: ReplayRequest,
  passes: readonly Pass[],
  times: Pick<Proof, 'startedAt' | 'finishedAt'>
): Proof {
  const outcomes = worstOutcomes(passes);
  const last = passes[passes.length - 1];
  const started = passes.find(pass => pass.started)?.started;
  return {
    schemaVersion: 1,
    proofId: request.proofId,
    runId: request.runId,
    notebookPath: request.notebookPath,
    subject: request.subject,
    ...times,
    place: request.place,
    folder: request.folder,
    environmentId: started?.environmentId ?? null,
    environmentLabel: started?.environmentLabel ?? '',
    outcomes,
    ...countsOf(request, outcomes),
    stop: last?.stop ?? null,
    repeats: passes.length,
    metrics: spreadOf(request.steps, passes),
    varying: varyingCells(request.steps, passes)
  };
}

/** A cell that did not run counts where its record has an output, or is lost: it is not proven. */
function countsOf(
  { steps }: ReplayRequest,
  outcomes: readonly CellOutcome[]
): Pick<Proof, 'compared' | 'proven'> {
  const compared = outcomes.filter(({ verdict }, index) => {
    const step = steps[index];
    return verdict === 'unrun'
      ? step && (isLost(step) || (step.recorded ?? []).length > 0)
      : verdict !== 'nothing';
  });
  const proven = compared.filter(({ verdict }) =>
    ['identical', 'equivalent', 'volatile'].includes(verdict)
  );
  return { compared: compared.length, proven: proven.length };
}
