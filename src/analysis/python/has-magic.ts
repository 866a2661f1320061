// Whether IPython has something to do in a cell that Python has not.

import { readCellHead } from './cell-magics';
import { straighten } from './layout';
import { tokenize } from './tokens';

/** True for a source with a magic of a line or of the cell, or with a call of one. */
export function hasMagic(source: string): boolean {
  const straight = straighten(source);
  const { masked, codeFrom } = readCellHead(straight, 0);
  return (
    masked.length > 0 ||
    tokenize(straight, codeFrom).some(
      ({ kind, text }) =>
        kind === 'magic' || /^run_(?:line|cell)_magic$/.test(text)
    )
  );
}
