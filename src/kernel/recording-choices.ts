// For which notebooks the user switched recording off, kept over reloads and outside of the notebooks.

/** Where choices are kept. */
export type ChoiceStorage = {
  /** Paths that were saved last. */
  load(): Promise<readonly string[]>;
  save(paths: readonly string[]): Promise<void>;
};

/** Remembers the notebooks that are not to be recorded. */
export class RecordingChoices {
  /** Resolves when what was saved is known; until then every notebook counts as recorded. */
  readonly loaded: Promise<void>;

  private readonly _storage: ChoiceStorage | null;
  private _off: ReadonlySet<string> = new Set();

  constructor(storage: ChoiceStorage | null) {
    this._storage = storage;
    this.loaded = this._load();
  }

  isOn(notebookPath: string): boolean {
    return !this._off.has(notebookPath);
  }

  set(notebookPath: string, isOn: boolean): void {
    const others = [...this._off].filter(path => path !== notebookPath);
    this._keep(isOn ? others : [...others, notebookPath]);
  }

  /** Lets choices follow a file, or the files of a folder, that moved. */
  rename(oldPath: string, newPath: string): void {
    const moved = [...this._off].map(path =>
      path === oldPath || path.startsWith(`${oldPath}/`)
        ? newPath + path.slice(oldPath.length)
        : path
    );
    if (moved.some(path => !this._off.has(path))) {
      this._keep(moved);
    }
  }

  private async _load(): Promise<void> {
    try {
      const saved = (await this._storage?.load()) ?? [];
      this._off = new Set([...saved, ...this._off]);
    } catch (fault) {
      console.error(
        'Retrace: which notebooks are not recorded could not be read.',
        fault
      );
    }
  }

  private _keep(paths: readonly string[]): void {
    this._off = new Set(paths);
    this._storage?.save([...this._off]).catch(fault => {
      console.error(
        'Retrace: which notebooks are not recorded could not be saved.',
        fault
      );
    });
  }
}
