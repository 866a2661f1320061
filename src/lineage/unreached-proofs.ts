// What sources were proven not to bind when they fail, though no kernel told.

/** By form of a source, the roles that it was proven not to bind when it fails, though no kernel told. */
export class Unreached {
  /** Notes a proof, unless the same was bound at another failure. */
  note(form: string, role: string): void {
    if (!this.refuted.has(keyOf(form, role))) {
      this.proven.set(keyOf(form, role), new Set());
    }
  }

  /** True where there is a proof; it is called `name` this time. */
  has(form: string, role: string, name: string): boolean {
    return this.proven.get(keyOf(form, role))?.add(name) !== undefined;
  }

  /** Takes back for good what was held against a name that was there after all. */
  refute(name: string): void {
    for (const [key, names] of this.proven) {
      if (names.has(name)) {
        this.proven.delete(key);
        this.refuted.add(key);
      }
    }
  }

  /** Counts what was taken back. */
  get revision(): number {
    return this.refuted.size;
  }

  /** Forgets what replays taught; what was taken back stays so. */
  forget(): void {
    this.proven.clear();
  }

  /** By key the names that were taken to be unbound for it. */
  private readonly proven = new Map<string, Set<string>>();
  private readonly refuted = new Set<string>();
}

const keyOf = (form: string, role: string): string => `${role}\n${form}`;
