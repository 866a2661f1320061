// Gives equal things equal small numbers, so that lineage keys compare and combine cheaply within one computation.

/** Pairs are looked up by one number, exact as long as no more than this many things are numbered. */
const LIMIT = 2 ** 26;

/** Numbers texts, and pairs of numbers, in the order in which they first come; equal ones share their number. */
export class Interner {
  /** The number of a text. */
  intern(text: string): number {
    const known = this.texts.get(text);
    if (known !== undefined) {
      return known;
    }
    this.texts.set(text, this.next());
    return this.count;
  }

  /** The number of an ordered pair of numbers that this interner gave. */
  pair(first: number, second: number): number {
    const id = first * LIMIT + second;
    const known = this.pairs.get(id);
    if (known !== undefined) {
      return known;
    }
    this.pairs.set(id, this.next());
    return this.count;
  }

  private next(): number {
    this.count += 1;
    if (this.count >= LIMIT) {
      throw new Error('More lineages than can be told apart');
    }
    return this.count;
  }

  private readonly texts = new Map<string, number>();
  private readonly pairs = new Map<number, number>();
  private count = 0;
}
