// What one step finds under names and leaves there.
import type { CodeState } from './code-state';
import type { Version } from './version';

/** Grows while a step is taken; undefined stands for no version. */
export class Trace {
  constructor(readonly codeBefore: CodeState) {
    this.codeAfter = codeBefore;
  }

  /** A name has this version; what the step itself left there is no find. */
  find(name: string, version: Version | undefined): void {
    if (!this.found.has(name)) {
      this.found.set(name, version);
    }
  }

  /** A name gets this version. */
  leave(name: string, version: Version | undefined): void {
    this.left.set(name, version);
  }

  /** As it was before the step, for all names that it asked for. */
  readonly found = new Map<string, Version | undefined>();
  /** As it was after the step, for all names that it changed. */
  readonly left = new Map<string, Version | undefined>();
  /** True once it asked for more than single names. */
  isLost = false;
  codeAfter: CodeState;
}
