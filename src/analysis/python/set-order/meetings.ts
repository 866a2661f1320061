// Places where the order of a set is met: it is gone through, written out with what holds it, or the hashes behind it are asked for.

import type { Syntax } from '../syntax';
import type { Call } from '../syntax-words';

import type { Contents } from './contents';
import { partsOfDisplays } from './going-through';
import { hashedBy, kindOfHashed } from './hashes';
import { DISPLAYS } from './kind-words';
import type { Kinds } from './kinds';
import type { Names } from './names';
import type { Notes } from './notes';

/** Notes them. */
export class Meetings {
  constructor(
    private readonly kinds: Kinds,
    private readonly contents: Contents,
    private readonly notes: Notes
  ) {}

  /** While `look` goes on, one element is taken of what is gone through, if `isOne`. */
  picking(isOne: boolean, look: () => void): void {
    this.picks += isOne ? 1 : 0;
    look();
    this.picks -= isOne ? 1 : 0;
  }

  /** `isPlaced`: the places of elements come with them. */
  use(node: Syntax | undefined, names: Names, isPlaced = false): void {
    this.notes.note(
      node,
      this.kinds.of(node, names),
      isPlaced || this.picks > 0
    );
  }

  /** Its text is made, with the texts of what it holds. */
  show(node: Syntax, names: Names): void {
    this.use(node, names);
    this.showContents(node, names);
  }

  /** The texts of what it holds are made; `isSpread`: each for itself. */
  showContents(node: Syntax, names: Names, isSpread = false): void {
    for (const part of partsOfDisplays(node)) {
      const kind = this.kinds.of(part, names);
      this.notes.note(part, kind?.kind === 'set' ? kind : null, false);
    }
    if (!DISPLAYS.test(node.name)) {
      const { contents } = this;
      const of = isSpread ? 'ofElements' : 'of';
      this.notes.note(node, contents[of](node, names), false);
    }
  }

  /** A call that may ask for a hash. */
  hash(call: Call, node: Syntax, names: Names): void {
    const hashed = hashedBy(call);
    if (hashed) {
      const kind = kindOfHashed(this.kinds.of(hashed, names));
      this.notes.note(node, kind, true);
    }
  }

  /** Greater than 0 where one element is taken. */
  private picks = 0;
}
