// Findings that the user does not want to be told about: what makes one the same as it was, and which cells it silences.
import type { CellForecast } from '../lineage';
import { hashOf, type CellId, type ExecutionId } from '../model';
import type { Finding } from './rule';

/** What is known about the places that a finding speaks of. */
export type Situation = {
  /** The cell's code as the document has it; null when the cell is gone. */
  source(cellId: CellId): string | null;
  /** What stands for the code that an execution ran; null when nobody knows. */
  ran(executionId: ExecutionId): string | null;
  /** The execution that made the cell's output; null when none is known. */
  shownBy(cellId: CellId): ExecutionId | null;
};

/** A finding as it is told to the user. */
export type KnownFinding = Finding & {
  /** Equal as long as the situation is; what was dismissed under another one comes back. */
  readonly identity: string;
};

/** What the user dismissed. */
export type Dismissals = {
  /** `KnownFinding.identity` of single findings. */
  readonly identities: ReadonlySet<string>;
  /** `HazardRule.code` of rules that are dismissed everywhere. */
  readonly codes: ReadonlySet<string>;
};

/**
 * Stands for a finding in its situation: the rule, how grave it is, the cells and names, the code of those cells, and
 * what ran there. Running the same code again changes nothing of it.
 */
export function identityOf(
  { cause, code, names, severity, subject }: Finding,
  { ran, shownBy, source }: Situation
): string {
  const shown = shownBy(subject);
  const parts = [
    code,
    severity,
    [subject, cause.cellId],
    [...names].sort(),
    source(subject),
    cause.cellId && source(cause.cellId),
    shown && ran(shown),
    cause.executionId && ran(cause.executionId)
  ];
  return hashOf(JSON.stringify(parts));
}

/** True when the user dismissed the finding, or its rule. */
export function isDismissed(
  { code, identity }: KnownFinding,
  { codes, identities }: Dismissals
): boolean {
  return codes.has(code) || identities.has(identity);
}

/** Cells of which every finding is dismissed; their verdicts stay what they are. */
export function dismissedCells(
  cells: readonly CellForecast[],
  findings: readonly Finding[],
  dismissed: readonly Finding[]
): ReadonlySet<CellId> {
  const told = new Set(findings.flatMap(({ affected }) => affected));
  const silenced = new Set(dismissed.flatMap(({ affected }) => affected));
  return new Set(
    cells
      .filter(({ verdict }) => verdict !== 'same' && verdict !== 'unrun')
      .map(({ cellId }) => cellId)
      .filter(cellId => silenced.has(cellId) && !told.has(cellId))
  );
}
