// What the files that a notebook read look like now, asked from the server.
import { PathExt } from '@jupyterlab/coreutils';
import type { Contents } from '@jupyterlab/services';
import { ServerConnection } from '@jupyterlab/services';
import type { IDisposable } from '@lumino/disposable';
import { Signal } from '@lumino/signaling';

import type { FileState } from '../../lineage';

/** What the states are made from. */
export type FileStatesOptions = {
  readonly contents: Pick<Contents.IManager, 'get' | 'fileChanged'>;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
  /** Called when a file turns out to be other than it was thought to be. */
  readonly onChanged: () => void;
};

/** An answer is trusted for this long, in milliseconds. */
const FRESH_MS = 10_000;
/** Files that are asked for; the first ones of a longer list. */
const LIMIT = 50;

/** `state` is null where the server had nothing to say. */
type Known = { readonly state: FileState | null; readonly askedAt: number };

/**
 * Keeps the present state of the files that recorded executions read. Files outside of the server's root, and those that
 * it never showed, are not known: a kernel may run on another machine.
 */
export class FileStates implements IDisposable {
  constructor(private readonly _options: FileStatesOptions) {
    _options.contents.fileChanged.connect(this._onFileChanged, this);
  }

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  dispose(): void {
    this._isDisposed = true;
    Signal.clearData(this);
  }

  /** What is known, at once; what is not, or may be stale, is asked for and told through `onChanged`. */
  states(
    notebookPath: string,
    paths: Iterable<string>
  ): ReadonlyMap<string, FileState> {
    const found = new Map<string, FileState>();
    const wanted = new Set<string>();
    for (const path of paths) {
      const served = servedPath(notebookPath, path);
      const known = served === null ? undefined : this._known.get(served);
      if (known?.state) {
        found.set(path, known.state);
      }
      if (served !== null && wanted.size < LIMIT && this._isStale(known)) {
        wanted.add(served);
      }
    }
    if (wanted.size > 0 && !this._isAsking) {
      void this._ask(wanted);
    }
    return found;
  }

  private _isStale(known: Known | undefined): boolean {
    return !known || this._options.now() - known.askedAt > FRESH_MS;
  }

  private async _ask(paths: Iterable<string>): Promise<void> {
    this._isAsking = true;
    let hasChanged = false;
    for (const path of paths) {
      const before = this._known.get(path)?.state ?? null;
      const state = await this._stateOf(path, before);
      this._known.set(path, { state, askedAt: this._options.now() });
      hasChanged ||=
        state?.size !== before?.size || state?.modified !== before?.modified;
    }
    this._isAsking = false;
    if (hasChanged && !this._isDisposed) {
      this._options.onChanged();
    }
  }

  /** What the server says; what was known where it says nothing. */
  private async _stateOf(
    path: string,
    before: FileState | null
  ): Promise<FileState | null> {
    try {
      const model = await this._options.contents.get(path, { content: false });
      const modified = Date.parse(model.last_modified);
      return model.type === 'directory' || Number.isNaN(modified)
        ? before
        : { size: model.size ?? null, modified };
    } catch (error) {
      const isGone =
        error instanceof ServerConnection.ResponseError &&
        error.response.status === 404;
      return isGone && before ? { size: null, modified: null } : before;
    }
  }

  private _onFileChanged(_: unknown, change: Contents.IChangedArgs): void {
    for (const path of [change.oldValue?.path, change.newValue?.path]) {
      const known = path === undefined ? undefined : this._known.get(path);
      if (path !== undefined && known) {
        this._known.set(path, { ...known, askedAt: -FRESH_MS });
        this._options.onChanged();
      }
    }
  }

  private readonly _known = new Map<string, Known>();
  private _isAsking = false;
  private _isDisposed = false;
}

/** Where the server has a file that the kernel names relative to the notebook; null where it cannot tell. */
function servedPath(notebookPath: string, path: string): string | null {
  if (/^([/~\\]|[A-Za-z]:)/.test(path)) {
    return null;
  }
  const served = PathExt.join(PathExt.dirname(notebookPath), path);
  return served.startsWith('..') ? null : served;
}
