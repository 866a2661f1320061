// Gives equal things equal numbers, so that lineage keys compare and combine cheaply within one computation.

/**
 * Numbers texts in the order in which they come; numbers of pairs are mixed from both. Two pairs that differ share a number
 * with a chance of one in 2^53.
 */
export class Interner {
  /** The number of a text. */
  intern(text: string): number {
    const known = this.texts.get(text);
    if (known !== undefined) {
      return known;
    }
    const next = this.texts.size + 1;
    this.texts.set(text, next);
    return next;
  }

  /** The number of an ordered pair of numbers that this interner gave; never 0. */
  pair(first: number, second: number): number {
    const words = [
      first >>> 0,
      (first / TWO_32) >>> 0,
      second >>> 0,
      (second / TWO_32) >>> 0
    ] as const;
    let one = 0x9e3779b9;
    let other = 0x41c6ce57;
    for (let index = 0; index < 4; index += 1) {
      const word = words[index] ?? 0;
      one = Math.imul(one ^ word, 0x85ebca77);
      one ^= one >>> 15;
      other = Math.imul(other ^ word, 0xc2b2ae3d);
      other ^= other >>> 13;
    }
    const low = Math.imul(one ^ (other >>> 16), 0x27d4eb2f) >>> 0;
    const high = Math.imul(other ^ (one >>> 11), 0x165667b1) >>> 11;
    return high * TWO_32 + low + 1;
  }

  /** The number of two numbers, or of what was joined before, in any order. */
  join(first: number, second: number): number {
    const low = ((first >>> 0) + (second >>> 0)) >>> 0;
    const high = (first / TWO_32 + Math.floor(second / TWO_32)) & HIGH_BITS;
    return high * TWO_32 + low;
  }

  private readonly texts = new Map<string, number>();
}

const TWO_32 = 2 ** 32;
const HIGH_BITS = 2 ** 21 - 1;
