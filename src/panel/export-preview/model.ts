// A script plan in the words of the preview: what is in, what was left out and why, and what to know before using it.
import type {
  Criterion,
  OmissionReason,
  PlanWarning,
  ScriptPlan
} from '../../lineage';
import { assertNever, type CellId, type Translator } from '../../model';

/** What was left out for one reason. */
export type LeftOut = {
  readonly reason: string;
  /** One line for each execution: its cell and its first line of code. */
  readonly items: readonly string[];
};

/** All words of a preview. */
export type Preview = {
  readonly title: string;
  readonly summary: string;
  /** One line for each step, in order. */
  readonly included: readonly string[];
  readonly leftOut: readonly LeftOut[];
  readonly warnings: readonly string[];
};

/** What a preview is made from. */
export type PreviewInput = {
  readonly plan: ScriptPlan;
  readonly criterion: Criterion;
  readonly translator: Translator;
  /** How to call a cell: `cell 3`, `a deleted cell`. */
  cellLabel(cellId: CellId | null): string;
};

const REASONS: readonly OmissionReason[] = [
  'no-effect',
  'repeats',
  'not-run',
  'source-lost'
];

/** Words a plan. */
export function previewOf(input: PreviewInput): Preview {
  const { plan, translator } = input;
  const kept = plan.steps.length;
  const total = kept + plan.omitted.length;
  return {
    title: titleOf(input),
    summary: translator._n(
      '%2 of %1 execution, in the order in which it ran.',
      '%2 of %1 executions, in the order in which they ran.',
      total,
      kept
    ),
    included: plan.steps.map(({ cellId, source }) =>
      line(cellId, firstLineOf(source), input)
    ),
    leftOut: REASONS.flatMap(reason => leftOut(reason, input)),
    warnings: warningsOf(input)
  };
}

function titleOf({ criterion, plan, translator }: PreviewInput): string {
  switch (criterion.kind) {
    case 'run':
      return translator.__('Export run %1', plan.runNumber);
    case 'execution':
      return translator.__('Export what led to one result');
    case 'cells':
      return translator.__('Export what led to the selected cells');
    default:
      return assertNever(criterion);
  }
}

function line(
  cellId: CellId | null,
  text: string,
  { cellLabel, translator }: PreviewInput
): string {
  return translator.__('%1: %2', place(cellId, cellLabel, translator), text);
}

function firstLineOf(source: string): string {
  return (/\S.*/.exec(source)?.[0] ?? '').trimEnd().slice(0, 200);
}

function leftOut(
  reason: OmissionReason,
  input: PreviewInput
): readonly LeftOut[] {
  const { plan, translator } = input;
  const items = plan.omitted
    .filter(omitted => omitted.reason === reason)
    .map(({ cellId, firstLine }) => line(cellId, firstLine, input));
  return items.length > 0
    ? [{ reason: omissionSentence(reason, translator), items }]
    : [];
}

/** Equal warnings once, with the cells that they speak of. */
function warningsOf(input: PreviewInput): readonly string[] {
  const { cellLabel, plan, translator } = input;
  const cells = new Map(
    plan.steps.map(step => [step.executionId, step.cellId])
  );
  const lines = plan.warnings.map(warning => {
    const sentence = warningSentence(warning, translator);
    const detailed =
      warning.detail === '' ? sentence : `${sentence} ${warning.detail}`;
    const cellId =
      warning.executionId === null ? undefined : cells.get(warning.executionId);
    return cellId === undefined
      ? detailed
      : translator.__('%1: %2', place(cellId, cellLabel, translator), detailed);
  });
  return [...new Set(lines)];
}

function place(
  cellId: CellId | null,
  cellLabel: PreviewInput['cellLabel'],
  translator: Translator
): string {
  return cellId === null
    ? translator.__('outside the notebook')
    : cellLabel(cellId);
}

function omissionSentence(
  reason: OmissionReason,
  translator: Translator
): string {
  switch (reason) {
    case 'no-effect':
      return translator.__('Nothing in the export depends on it');
    case 'repeats':
      return translator.__('It repeats what is in the export already');
    case 'not-run':
      return translator.__('It was never started');
    case 'source-lost':
      return translator.__('Its code is not stored');
    default:
      return assertNever(reason);
  }
}

function warningSentence(
  { kind }: PlanWarning,
  translator: Translator
): string {
  switch (kind) {
    case 'partial-analysis':
      return translator.__(
        'Part of the code could not be read, so everything before it was kept.'
      );
    case 'failed-step':
      return translator.__('This step ended in an error or was interrupted.');
    case 'lost-step':
      return translator.__('The end of this step was not seen.');
    case 'incomplete-run':
      return translator.__(
        'The record of this run is incomplete: the export may lack something.'
      );
    case 'clock':
      return translator.__(
        'It reads the clock or another thing that differs each time.'
      );
    case 'network':
      return translator.__('It asks a server, whose answer may have changed.');
    case 'folder':
      return translator.__(
        'It asks which files are in a folder: elsewhere there may be others.'
      );
    case 'absolute-path':
      return translator.__('It uses files that other machines may not have:');
    case 'installs':
      return translator.__(
        'It installs or removes packages, which an export does not do again.'
      );
    case 'masked-secret':
      return translator.__(
        'Secrets stood in this code and were never stored. The export holds a mark “[secret: …]” in the place of each, and stops there until they are put back. Marks:'
      );
    case 'no-environment':
      return translator.__(
        'The versions of the packages are not known, so the export pins none.'
      );
    case 'unseeded':
      return translator.__(
        'This step draws random numbers that no seed determines: its results will vary.'
      );
    default:
      return assertNever(kind);
  }
}
