// Takes secrets out of a record that was kept before they were looked for, or that somebody else wrote.
import type {
  Environment,
  ExecutionPayload,
  Output,
  OutputOutcome,
  Proof,
  RunContext,
  RunHistory
} from '../model';
import { maskGit } from './code-beside';
import { maskDetails, maskOrigin } from './environment-details';
import { maskJson, type Mask } from './mask';
import { maskReport } from './mask-report';
import { maskBundle, maskTraceback } from './masked-bundle';

/** A run whose sources, first lines, reports and variables hold no secret; hashes stay those of what was recorded. */
export function maskHistory(mask: Mask, history: RunHistory): RunHistory {
  return {
    ...history,
    sources: new Map(
      [...history.sources].map(([hash, source]) => [hash, mask(source)])
    ),
    executions: history.executions.map(execution => ({
      ...execution,
      firstLine: mask(execution.firstLine),
      error: execution.error && {
        ...execution.error,
        evalue: mask(execution.error.evalue)
      },
      report: execution.report && maskReport(mask, execution.report)
    })),
    environment:
      history.environment && maskEnvironment(mask, history.environment)
  };
}

function maskEnvironment(mask: Mask, environment: Environment): Environment {
  const { details, packages } = environment;
  return {
    ...environment,
    packages: packages.map(one =>
      one.origin ? { ...one, origin: maskOrigin(mask, one.origin) } : one
    ),
    ...(details && { details: maskDetails(mask, details) })
  };
}

/** A context whose code beside the notebook, notes and reasons hold no secret. */
export function maskContext(mask: Mask, context: RunContext): RunContext {
  const { git, gitChanges, modules, notes, unknown } = context;
  return {
    ...context,
    git: git && maskGit(mask, git),
    ...(gitChanges && {
      gitChanges: gitChanges.map(one => ({
        ...one,
        git: one.git && maskGit(mask, one.git)
      }))
    }),
    modules: modules.map(one => ({ ...one, text: one.text && mask(one.text) })),
    notes: maskJson(mask, notes) as typeof notes,
    unknown: maskJson(mask, unknown) as typeof unknown
  };
}

/** Outputs without secrets in their texts, as they would have been recorded. */
export function maskOutputs(
  mask: Mask,
  outputs: readonly Output[]
): readonly Output[] {
  return outputs.map(output => maskOutput(mask, output));
}

/** What was kept of one execution, without secrets. */
export function maskPayload(
  mask: Mask,
  payload: ExecutionPayload
): ExecutionPayload {
  const { outputs, source } = payload;
  return {
    ...payload,
    source: source && mask(source),
    outputs: outputs && maskOutputs(mask, outputs)
  };
}

function maskOutput(mask: Mask, output: Output): Output {
  switch (output.output_type) {
    case 'stream':
      return { ...output, text: mask(output.text) };
    case 'error':
      return {
        ...output,
        evalue: mask(output.evalue),
        traceback: maskTraceback(mask, output.traceback)
      };
    default:
      return {
        ...output,
        data: maskBundle(mask, output.data),
        metadata: maskJson(mask, output.metadata) as typeof output.metadata
      };
  }
}

/** A proof whose outputs and sentences hold no secret. */
export function maskProof(mask: Mask, proof: Proof): Proof {
  return {
    ...proof,
    outcomes: proof.outcomes.map(outcome => ({
      ...outcome,
      detail: mask(outcome.detail),
      outputs: outcome.outputs.map(output => maskOutcome(mask, output))
    })),
    stop: proof.stop && { ...proof.stop, sentence: mask(proof.stop.sentence) }
  };
}

/** Cells of tables are left to `recorded` and `replayed`, which say the same. */
function maskOutcome(
  mask: Mask,
  { difference, ...outcome }: OutputOutcome
): OutputOutcome {
  const { detail, recorded, replayed } = outcome;
  return {
    ...outcome,
    detail: mask(detail),
    recorded: recorded && maskOutput(mask, recorded),
    replayed: replayed && maskOutput(mask, replayed),
    ...(difference && difference.kind !== 'table' ? { difference } : {})
  };
}
