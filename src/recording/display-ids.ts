// Which executions have outputs that can be updated by display id. A kernel updates them from any later execution.
import type { DisplayOutput } from '../model';
import type { ExecutionFold } from './execution-fold';

/** Executions that are held for later updates, and the bytes that their outputs may take together. */
const HELD_LIMIT = 200;
const HELD_BYTES = 32 << 20;

/** Finds the outputs that an update concerns. */
export class DisplayIds {
  private readonly _folds = new Map<string, Set<ExecutionFold>>();
  private readonly _held = new Set<ExecutionFold>();

  /** True while the outputs of the execution have to stay at hand. */
  holds(fold: ExecutionFold): boolean {
    return this._held.has(fold);
  }

  add(displayId: string, fold: ExecutionFold): void {
    const folds = this._folds.get(displayId) ?? new Set();
    folds.add(fold);
    this._folds.set(displayId, folds);
    if (!this._held.has(fold)) {
      this._held.add(fold);
      this._evict();
    }
  }

  /** Updates every output that has the id; gives the executions whose record changed by it. */
  update(
    displayId: string,
    content: Pick<DisplayOutput, 'data' | 'metadata'>
  ): readonly ExecutionFold[] {
    const folds = [...(this._folds.get(displayId) ?? [])];
    folds.forEach(fold => fold.update(displayId, content));
    return folds.filter(fold => fold.isHeadChanged);
  }

  private _evict(): void {
    let bytes = 0;
    [...this._held].reverse().forEach((fold, index) => {
      bytes += fold.roughBytes;
      if (!fold.isOpen && (index >= HELD_LIMIT || bytes > HELD_BYTES)) {
        this._held.delete(fold);
      }
    });
  }
}
