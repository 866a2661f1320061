// Which code has set ambient state of a namespace.

/** By ambient name, the code that set it. */
export class AmbientSetters {
  /** Takes what another namespace knows. */
  copyFrom(other: AmbientSetters): void {
    other.setters.forEach((known, name) =>
      this.setters.set(name, new Set(known))
    );
  }

  /** True where nobody set any. */
  get isEmpty(): boolean {
    return this.setters.size === 0;
  }

  /** Notes which code sets an ambient state. */
  note(name: string, origin: string): void {
    const known = this.setters.get(name) ?? new Set();
    this.setters.set(name, known.add(origin));
  }

  /** True when no other code has set the ambient state. */
  isOnlySetBy(name: string, origin: string): boolean {
    const known = this.setters.get(name);
    return !known || [...known].every(one => one === origin);
  }

  private readonly setters = new Map<string, Set<string>>();
}
