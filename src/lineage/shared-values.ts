// Which names of a namespace reach one value, and which hold values that can be gone through once only.

/** Kept beside the versions: a fingerprint shows neither. */
export class SharedValues {
  constructor(private readonly isBound: (name: string) => boolean) {}

  /** Takes what another namespace knows. */
  copyFrom(other: SharedValues): void {
    other.aliases.forEach((names, name) => this.aliases.set(name, names));
    other.joined.forEach(name => this.joined.add(name));
    other.around.forEach((names, name) => this.around.set(name, names));
    other.oneShots.forEach(name => this.oneShots.add(name));
    other.arrays.forEach(name => this.arrays.add(name));
  }

  /** True where nothing is known of any name. */
  get isEmpty(): boolean {
    const { aliases, joined, oneShots, arrays } = this;
    return aliases.size + joined.size + oneShots.size + arrays.size === 0;
  }

  /** False where code made none. */
  get hasArrays(): boolean {
    return this.arrays.size > 0;
  }

  /** True for what code surely made an array, of which the parts are views. */
  isArray(name: string): boolean {
    return this.arrays.has(name);
  }

  /** Notes whether code surely made an array. */
  noteArray(name: string, isArray: boolean): void {
    if (isArray) {
      this.arrays.add(name);
    } else {
      this.arrays.delete(name);
    }
  }

  /** True when the value can be gone through once only. */
  isOneShot(name: string): boolean {
    return this.oneShots.has(name);
  }

  /** False where no value is known to be such. */
  get hasOneShots(): boolean {
    return this.oneShots.size > 0;
  }

  /** Notes whether the value of a name can be gone through once only. */
  noteOneShot(name: string, isOneShot: boolean): void {
    if (isOneShot) {
      this.oneShots.add(name);
    } else {
      this.oneShots.delete(name);
    }
  }

  /** True when other names reach the state of the value, whatever its fingerprint says. */
  isJoined(name: string): boolean {
    return this.joined.has(name);
  }

  /** Notes that two names reach one state that no fingerprint shows. */
  join(name: string, other: string): void {
    if (this.isBound(name) && this.isBound(other)) {
      this.joined.add(name).add(other);
      this.share([[name, other]]);
    }
  }

  /** Notes that who changes the one changes what it is in, whatever the fingerprint of that says. */
  put(name: string, within: string): void {
    if (this.isBound(name) && this.isBound(within)) {
      this.joined.add(within);
      this.around.set(name, new Set([...this.aroundOf(name), within]));
    }
  }

  /** Names of what the value is in, at whatever remove. */
  aroundOf(name: string): ReadonlySet<string> {
    const found = new Set<string>();
    const pending = [name];
    for (let one = pending.pop(); one !== undefined; one = pending.pop()) {
      for (const other of this.around.get(one) ?? this.noNames) {
        if (!found.has(other)) {
          found.add(other);
          pending.push(other);
        }
      }
    }
    return found;
  }

  /** False where no two names are known to share a value. */
  get hasAliases(): boolean {
    return this.aliases.size + this.around.size > 0;
  }

  /** Names that refer to the same value, or to a part of it. */
  aliasesOf(name: string): ReadonlySet<string> {
    return this.aliases.get(name) ?? this.noNames;
  }

  /** Notes that a name refers to a value of its own. */
  unshare(name: string): void {
    for (const other of this.aliasesOf(name)) {
      const rest = new Set(this.aliasesOf(other));
      rest.delete(name);
      this.aliases.set(other, rest);
    }
    this.aliases.delete(name);
    this.joined.delete(name);
    this.around.delete(name);
    for (const [inner, names] of this.around) {
      if (names.has(name)) {
        const rest = [...names].filter(one => one !== name);
        this.around.set(inner, new Set(rest));
      }
    }
  }

  /** Notes groups of names that share a value. */
  share(groups: readonly (readonly string[])[]): void {
    for (const group of groups) {
      const there = group.filter(this.isBound);
      for (const name of there) {
        const others = there.filter(one => one !== name);
        this.aliases.set(name, new Set([...this.aliasesOf(name), ...others]));
      }
    }
  }

  private readonly noNames: ReadonlySet<string> = new Set();
  private readonly aliases = new Map<string, ReadonlySet<string>>();
  private readonly joined = new Set<string>();
  private readonly around = new Map<string, ReadonlySet<string>>();
  private readonly oneShots = new Set<string>();
  private readonly arrays = new Set<string>();
}
