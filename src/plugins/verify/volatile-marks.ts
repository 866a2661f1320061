// Which outputs the user lets differ, remembered for each notebook outside of it.
import type { IStateDB } from '@jupyterlab/statedb';

import type { CellId } from '../../model';

/** Without a state database marks last as long as the page. */
export class VolatileMarks {
  constructor(private readonly _state: IStateDB | null) {}

  /** Reads what is remembered for a notebook; until then nothing is marked. */
  async load(notebookPath: string): Promise<void> {
    if (!this._marks.has(notebookPath)) {
      const stored: unknown = await this._state?.fetch(keyOf(notebookPath));
      this._marks.set(notebookPath, new Set(texts(stored)));
    }
  }

  has(notebookPath: string, cellId: CellId, outputIndex: number): boolean {
    const marks = this._marks.get(notebookPath);
    return marks?.has(markOf(cellId, outputIndex)) ?? false;
  }

  async set(
    notebookPath: string,
    output: { readonly cellId: CellId; readonly index: number },
    isVolatile: boolean
  ): Promise<void> {
    await this.load(notebookPath);
    const marks = new Set(this._marks.get(notebookPath));
    const mark = markOf(output.cellId, output.index);
    if (isVolatile) {
      marks.add(mark);
    } else {
      marks.delete(mark);
    }
    this._marks.set(notebookPath, marks);
    await (marks.size > 0
      ? this._state?.save(keyOf(notebookPath), [...marks])
      : this._state?.remove(keyOf(notebookPath)));
  }

  private readonly _marks = new Map<string, ReadonlySet<string>>();
}

function markOf(cellId: CellId, outputIndex: number): string {
  return `${outputIndex} ${cellId}`;
}

function keyOf(notebookPath: string): string {
  return `jupyterlab-retrace:volatile:${notebookPath}`;
}

/** What is stored may be anything. */
function texts(stored: unknown): readonly string[] {
  return Array.isArray(stored)
    ? stored.filter((each): each is string => typeof each === 'string')
    : [];
}
