// Gives equal texts equal small numbers, so that lineage keys compare and combine cheaply within one computation.

/** Numbers texts from 1 in the order in which they first come; equal texts share their number. */
export class Interner {
  /** The number of a text. */
  intern(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) {
      return known;
    }
    const number = this.numbers.size + 1;
    this.numbers.set(text, number);
    return number;
  }

  private readonly numbers = new Map<string, number>();
}
