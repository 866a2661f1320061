// What replays came to, from JSON that others may have written.
import type { JsonValue } from './decoding';
import { asCellId, asEnvironmentId, type ExecutionId, type RunId } from './ids';
import { decodeOutput } from './output-codec';
import type {
  CellOutcome,
  LackingPackages,
  MetricSpread,
  OutputOutcome,
  OutputVerdict,
  Proof,
  ReplayStop,
  ReplaySubject
} from './proof';

const OUTPUT_VERDICTS: readonly OutputVerdict[] = [
  'identical',
  'equivalent',
  'volatile',
  'unknown',
  'different',
  'missing',
  'error'
];

const CELL_VERDICTS = [...OUTPUT_VERDICTS, 'unrun', 'nothing'] as const;

const STOPS: readonly ReplayStop[] = [
  'cancelled',
  'timeout',
  'input-requested',
  'kernel-died',
  'no-kernel',
  'missing-package',
  'missing-file',
  'masked-secret',
  'error'
];

/** The proof; refuses what a proof cannot be without. Where two outputs differ is told by its sentence alone. */
export function decodeProof(value: JsonValue, runId: RunId): Proof {
  return {
    schemaVersion: 1,
    proofId: value.at('proofId').text(),
    runId,
    notebookPath: value.at('notebookPath').text(),
    subject: decodeSubject(value.at('subject')),
    startedAt: value.at('startedAt').text(),
    finishedAt: value.at('finishedAt').text(),
    place: value.at('place').oneOf(['same', 'clean'] as const),
    folder: value.at('folder').oneOf(['notebook', 'copy'] as const),
    environmentId: value
      .at('environmentId')
      .optional(item => asEnvironmentId(item.text())),
    environmentLabel: value.at('environmentLabel').text(),
    ...(value.at('lacking').isAbsent
      ? {}
      : { lacking: decodeLacking(value.at('lacking')) }),
    outcomes: value.at('outcomes').list().map(decodeOutcome),
    compared: value.at('compared').count(),
    proven: value.at('proven').count(),
    stop: value.at('stop').optional(stop => ({
      kind: stop.at('kind').oneOf(STOPS),
      sentence: stop.at('sentence').text()
    })),
    repeats: value.at('repeats').count(),
    metrics: value.at('metrics').list().map(decodeSpread),
    varying: value
      .at('varying')
      .list()
      .map(item => asCellId(item.text()))
  };
}

function decodeLacking(value: JsonValue): LackingPackages {
  const texts = (name: string): string[] =>
    value
      .at(name)
      .list()
      .map(item => item.text());
  return { missing: texts('missing'), leftOut: texts('leftOut') };
}

function decodeSubject(value: JsonValue): ReplaySubject {
  const kind = value
    .at('kind')
    .oneOf(['run', 'document', 'execution'] as const);
  return kind === 'execution'
    ? { kind, executionId: value.at('executionId').text() as ExecutionId }
    : { kind };
}

function decodeOutcome(value: JsonValue): CellOutcome {
  const metrics = value.at('metrics');
  return {
    cellId: value.at('cellId').optional(item => asCellId(item.text())),
    executionId: value
      .at('executionId')
      .optional(item => item.text() as ExecutionId),
    cellIndex: value.at('cellIndex').optional(item => item.count()),
    verdict: value.at('verdict').oneOf(CELL_VERDICTS),
    detail: value.at('detail').optional(item => item.text()) ?? '',
    outputs: value.at('outputs').list().map(decodeOutputOutcome),
    durationMs: value.at('durationMs').optional(numberOf),
    ...(metrics.isAbsent
      ? {}
      : {
          metrics: Object.fromEntries(
            Object.keys(Object(metrics.value)).map(name => [
              name,
              numberOf(metrics.at(name))
            ])
          )
        })
  };
}

function decodeOutputOutcome(value: JsonValue): OutputOutcome {
  return {
    verdict: value.at('verdict').oneOf(OUTPUT_VERDICTS),
    rules: value
      .at('rules')
      .list()
      .map(item => item.text()),
    detail: value.at('detail').text(),
    recorded: value.at('recorded').optional(decodeOutput),
    replayed: value.at('replayed').optional(decodeOutput)
  };
}

function decodeSpread(value: JsonValue): MetricSpread {
  return {
    name: value.at('name').text(),
    cellId: value.at('cellId').optional(item => asCellId(item.text())),
    count: value.at('count').count(),
    mean: numberOf(value.at('mean')),
    deviation: value.at('deviation').optional(numberOf)
  };
}

function numberOf(value: JsonValue): number {
  return typeof value.value === 'number' && Number.isFinite(value.value)
    ? value.value
    : value.refuse('is not a number.');
}
