// What the user dismissed: single findings for each notebook, rules for all.
import { Signal, type ISignal } from '@lumino/signaling';

import type { Dismissals } from '../../hazards';
import type { IDismissals, PublishedFinding } from '../../tokens';

/** Where single findings are remembered; nothing of them is in the notebook. */
export type IdentityStorage = {
  load(notebookPath: string): Promise<readonly string[]>;
  save(notebookPath: string, identities: readonly string[]): Promise<void>;
};

/** Where dismissed rules are remembered. */
export type RuleStorage = {
  save(codes: readonly string[]): Promise<void>;
};

export type DismissedOptions = {
  readonly identities: IdentityStorage;
  readonly rules: RuleStorage;
  /** Receives faults of a storage: what was dismissed then lasts as long as the page. */
  readonly report: (error: unknown) => void;
};

/** The oldest of more are forgotten. */
const LIMIT = 500;

/** Holds what was dismissed; storages are written behind it. */
export class Dismissed implements IDismissals {
  constructor(private readonly _options: DismissedOptions) {}

  get changed(): ISignal<IDismissals, string | null> {
    return this._changed;
  }

  load(notebookPath: string): Promise<void> {
    const loading = this._loading.get(notebookPath) ?? this._read(notebookPath);
    this._loading.set(notebookPath, loading);
    return loading;
  }

  of(notebookPath: string): Dismissals {
    const identities = this._identities.get(notebookPath) ?? new Set<string>();
    return { identities, codes: this._codes };
  }

  dismiss(notebookPath: string, { identity }: PublishedFinding): void {
    const identities = this.of(notebookPath).identities;
    this._setIdentities(notebookPath, [...identities, identity]);
  }

  dismissRule(code: string): void {
    this._setCodes([...this._codes, code]);
  }

  restore(notebookPath: string, { code, identity }: PublishedFinding): void {
    const { codes, identities } = this.of(notebookPath);
    if (identities.has(identity)) {
      const rest = [...identities].filter(each => each !== identity);
      this._setIdentities(notebookPath, rest);
    }
    if (codes.has(code)) {
      this._setCodes([...codes].filter(each => each !== code));
    }
  }

  /** Takes over the rules that the settings name. */
  showRules(codes: readonly string[]): void {
    const isSame =
      codes.length === this._codes.size &&
      codes.every(code => this._codes.has(code));
    this._codes = new Set(codes);
    if (!isSame) {
      this._changed.emit(null);
    }
  }

  private async _read(path: string): Promise<void> {
    try {
      const stored = await this._options.identities.load(path);
      const added = this._identities.get(path) ?? [];
      this._identities.set(path, new Set([...stored, ...added]));
    } catch (error) {
      this._options.report(error);
    }
  }

  private _setIdentities(path: string, identities: readonly string[]): void {
    const kept = [...new Set(identities)].slice(-LIMIT);
    this._identities.set(path, new Set(kept));
    this._changed.emit(path);
    this._options.identities.save(path, kept).catch(this._options.report);
  }

  private _setCodes(codes: readonly string[]): void {
    this.showRules([...new Set(codes)].sort());
    this._options.rules.save([...this._codes]).catch(this._options.report);
  }

  private readonly _changed = new Signal<IDismissals, string | null>(this);
  private _codes: ReadonlySet<string> = new Set();
  private readonly _identities = new Map<string, ReadonlySet<string>>();
  private readonly _loading = new Map<string, Promise<void>>();
}
