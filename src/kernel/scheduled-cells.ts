// Cells that a notebook asked to be run and whose request this page has not seen: a server may send it for the page.

/** How many are remembered; the oldest go first. */
const REMEMBERED = 1000;

/** What was asked for, in order. */
export class ScheduledCells {
  private readonly _cells: { cellId: string; code: string }[] = [];

  /** The notebook asked for a cell to be run with this source. */
  add(cellId: string, code: string): void {
    this._cells.push({ cellId, code });
    this._cells.splice(0, this._cells.length - REMEMBERED);
  }

  /** The oldest request for a cell is answered. */
  remove(cellId: string): void {
    const index = this._cells.findIndex(entry => entry.cellId === cellId);
    if (index >= 0) {
      this._cells.splice(index, 1);
    }
  }

  /** Takes the cell that was asked to run this source; null when none was, or when it may be several. */
  takeOnly(code: string): string | null {
    const [match, another] = this._cells.filter(entry => entry.code === code);
    if (match === undefined || another !== undefined) {
      return null;
    }
    this.remove(match.cellId);
    return match.cellId;
  }
}
