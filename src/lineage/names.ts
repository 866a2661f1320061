// The names of one namespace, each with its version.
import { isSameCode } from './carried';
import { CodeState } from './code-state';
import { NONE } from './nothing';
import { Trace } from './trace';
import type { Version } from './version';

/** Versions by name. */
export class Names {
  get(name: string): Version | undefined {
    const version = this.versions.get(name);
    this.trace?.find(name, version);
    return version;
  }

  has(name: string): boolean {
    return this.get(name) !== undefined;
  }

  keys(): readonly string[] {
    return this.entries().map(([name]) => name);
  }

  entries(): readonly (readonly [string, Version])[] {
    if (this.trace) {
      this.trace.isLost = true;
    }
    return [...this.versions];
  }

  /** Gives a name a version in the place of the old one, if there is one. */
  set(name: string, old: Version | undefined, version: Version): void {
    this.versions.set(name, version);
    this.trace?.leave(name, version);
    if (!isSameCode(old?.carried ?? NONE, version.carried)) {
      this.state = this.state.after(name, version.carried);
    }
  }

  delete(name: string): void {
    const old = this.get(name);
    this.versions.delete(name);
    this.trace?.leave(name, undefined);
    if (old && old.carried.length > 0) {
      this.state = this.state.after(name, NONE);
    }
  }

  /** The same, and the same in a copy, for as long as the same code stands behind all names. */
  get code(): CodeState {
    return this.state;
  }

  /** The place of the next version among all. */
  nextSerial(): number {
    this.serial += 1;
    return this.serial;
  }

  copyFrom({ versions, state, serial }: Names): void {
    versions.forEach((version, name) => this.versions.set(name, version));
    this.state = state;
    this.serial = serial;
  }

  /** Notes what is found and left while a step is taken. */
  traced<Result>(take: () => Result): [Result, Trace] {
    const trace = new Trace(this.state);
    this.trace = trace;
    const result = take();
    this.trace = null;
    trace.codeAfter = this.state;
    return [result, trace];
  }

  /** True where a step would find what one found that was traced. */
  isAsBefore({ found, codeBefore }: Trace): boolean {
    if (this.state !== codeBefore) {
      return false;
    }
    for (const [name, version] of found) {
      if (this.versions.get(name) !== version) {
        return false;
      }
    }
    return true;
  }

  /** Leaves what a step left that was traced. */
  leaveAgain({ left, codeAfter }: Trace): void {
    for (const [name, version] of left) {
      if (version) {
        this.versions.set(name, version);
        this.serial = Math.max(this.serial, version.serial);
      } else {
        this.versions.delete(name);
      }
    }
    this.state = codeAfter;
  }

  private readonly versions = new Map<string, Version>();
  private state = new CodeState();
  private serial = 0;
  private trace: Trace | null = null;
}
