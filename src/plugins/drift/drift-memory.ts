// Remembers in the browser which differences of environments were told and dismissed.
import type { DriftMemory } from './drift-watch';

/** The part of `localStorage` that is used. Either may throw. */
export type TextStorage = Pick<Storage, 'getItem' | 'setItem'>;

/** Notebooks that are remembered; the ones that were written the longest ago are forgotten. */
const LIMIT = 200;

const BLANK: DriftMemory = { dismissed: '', told: '' };

type Notebooks = ReadonlyMap<string, DriftMemory>;

/**
 * All notebooks of one server in one text, which is written before `save` returns: a page that is loaded again in the
 * next moment knows of it. A storage that is missing, full or forbidden forgets with the page.
 */
export class DriftMemories {
  constructor(
    private readonly _storage: TextStorage | null,
    /** Servers behind one host share the storage. */
    serverUrl: string,
    private readonly _report: (error: unknown) => void
  ) {
    this._key = `jupyterlab-retrace:drift:${serverUrl}`;
  }

  load(notebookPath: string): DriftMemory {
    return this._read().get(notebookPath) ?? BLANK;
  }

  save(notebookPath: string, memory: DriftMemory): void {
    const others = [...this._read()].filter(([path]) => path !== notebookPath);
    const kept = [...others.slice(1 - LIMIT), [notebookPath, memory]];
    const text = JSON.stringify(Object.fromEntries(kept));
    try {
      this._storage?.setItem(this._key, text);
    } catch (error) {
      this._report(error);
    }
  }

  private _read(): Notebooks {
    try {
      return notebooksFrom(
        JSON.parse(this._storage?.getItem(this._key) ?? '{}')
      );
    } catch (error) {
      this._report(error);
      return new Map();
    }
  }

  private readonly _key: string;
}

/** What is stored may be anything. */
function notebooksFrom(stored: unknown): Notebooks {
  const entries = Object.entries(
    typeof stored === 'object' && stored !== null ? stored : {}
  );
  return new Map(entries.map(([path, memory]) => [path, memoryFrom(memory)]));
}

function memoryFrom(stored: unknown): DriftMemory {
  const { dismissed, told } = (stored ?? {}) as Partial<DriftMemory>;
  const text = (value: unknown): string =>
    typeof value === 'string' ? value : '';
  return { dismissed: text(dismissed), told: text(told) };
}
