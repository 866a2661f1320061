// Marks with what a replay said of their cells.
import type { NotebookProof } from '../../tokens';
import type { Locale } from '../runs/words';
import { cellProofText } from '../verify/proof-words';
import type { CellMark } from './model';

/** A line more for cells that were replayed as they stand, and marks for those that came out or did not, as it turned out. */
export function withProof(
  marks: readonly CellMark[],
  known: NotebookProof | null,
  locale: Locale
): readonly CellMark[] {
  if (known === null || known.isCurrent !== true) {
    return marks;
  }
  const told = marks.map(mark => {
    const line = cellProofText(known, mark.cellId, locale);
    return line === null ? mark : { ...mark, text: `${mark.text}\n${line}` };
  });
  const marked = new Set(marks.map(({ cellId }) => cellId));
  const added = known.proof.outcomes.flatMap(({ cellId, verdict }) => {
    const kind = markOf(verdict);
    const text = cellId && cellProofText(known, cellId, locale);
    return cellId && text && kind && !marked.has(cellId)
      ? [{ cellId, verdict: kind, text }]
      : [];
  });
  return [...told, ...added];
}

function markOf(
  verdict: NotebookProof['proof']['outcomes'][number]['verdict']
): CellMark['verdict'] | null {
  switch (verdict) {
    case 'identical':
    case 'equivalent':
      return 'proven';
    case 'different':
    case 'missing':
      return 'differs';
    case 'error':
      return 'fails';
    default:
      return null;
  }
}
