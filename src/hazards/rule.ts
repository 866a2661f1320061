import type { Cause, CauseKind, CellForecast } from '../lineage';
import type { CellId, ExecutionId, Translator } from '../model';

/** `fails`: run-all would stop or the cell raise. `differs`: another output. `risk`: either, or neither: it could not be told. */
export type Severity = 'fails' | 'differs' | 'risk';

/** What a button can do about a finding. */
export type Remedy =
  | { readonly kind: 'run-cells'; readonly cellIds: readonly CellId[] }
  | { readonly kind: 'restart-and-run-to'; readonly cellId: CellId }
  | { readonly kind: 'restore-cell'; readonly executionId: ExecutionId };

/** One cause, with every cell whose output it changes. */
export type Finding = {
  /** `RT001`; never given twice. */
  readonly code: string;
  /** The rule's name: `bound-below`. */
  readonly rule: string;
  readonly severity: Severity;
  /** The first that was met, where several names tell of the same place. */
  readonly cause: Cause;
  /** All names by which the difference arrives; empty when the cell's own source is the cause. */
  readonly names: readonly string[];
  /** The first cell of the document that the cause affects. */
  readonly subject: CellId;
  /** All cells that it affects, in the order of the document, `subject` first. */
  readonly affected: readonly CellId[];
  /** Executions that show it. */
  readonly evidence: readonly ExecutionId[];
  readonly remedy: Remedy | null;
};

/** What a rule knows when it words a finding. */
export type Wording = {
  readonly translator: Translator;
  /** How to call a cell: `cell 3`, `a deleted cell`. */
  cellLabel(cellId: CellId | null): string;
};

/** One kind of hazard; one file. */
export type HazardRule = {
  readonly code: string;
  /** A noun for the failing state, and the file's name. */
  readonly name: string;
  /** The causes that it speaks about. */
  readonly causes: readonly CauseKind[];
  /** One sentence: what happened, and what a fresh run would do instead. */
  message(finding: Finding, wording: Wording): string;
  /** What to do about it; null when a button cannot. */
  remedy(cause: Cause, affected: readonly CellForecast[]): Remedy | null;
  /** One sentence: what to do by hand. */
  hint(translator: Translator): string;
};
