// Which code stands behind the names of a namespace, as one thing to compare.
import { isSameCode } from './carried';
import type { Carried } from './prepared';

/** One state, with the state that came after it last: who changes the same once more comes to the same. */
export class CodeState {
  /** The state after this code came to stand behind a name. */
  after(name: string, carried: readonly Carried[]): CodeState {
    const { next } = this;
    if (next?.name === name && isSameCode(next.carried, carried)) {
      return next.state;
    }
    const state = new CodeState();
    this.next = { name, carried, state };
    return state;
  }

  private next: {
    readonly name: string;
    readonly carried: readonly Carried[];
    readonly state: CodeState;
  } | null = null;
}
