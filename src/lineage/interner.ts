// Gives equal things equal small numbers, so that lineage keys compare and combine cheaply within one computation.

/** Numbers texts, pairs and bags in the order in which they come; no two things share a number, and none has 0. */
export class Interner {
  /** The number of a text. */
  intern(text: string): number {
    let number = this.texts.get(text);
    if (number === undefined) {
      number = this.next();
      this.texts.set(text, number);
    }
    return number;
  }

  /** The number of an ordered pair of numbers that this interner gave. */
  pair(first: number, second: number): number {
    let slot = mixed(mixed(SEED, first), second) & (this.size - 1);
    for (;;) {
      const number = this.slots[slot] ?? 0;
      if (number === 0) {
        return this.addPair(slot, first, second);
      }
      if (this.firsts[slot] === first && this.seconds[slot] === second) {
        return number;
      }
      slot = (slot + 1) & (this.size - 1);
    }
  }

  /**
   * Adds a number to the sum of a bag, which begins with 0; the order does not count. Two bags that differ have one sum with a
   * chance of one in 2^53.
   */
  sum(before: number, number: number): number {
    const low = mixed(SEED, number);
    const high = mixed(OTHER_SEED, number);
    const lows = (before >>> 0) + (low >>> 0);
    const highs = Math.floor(before / TWO_32) + high;
    return (highs & HIGH_BITS) * TWO_32 + (lows >>> 0);
  }

  /** The number of a bag. */
  bag(sum: number): number {
    let number = this.bags.get(sum);
    if (number === undefined) {
      number = this.next();
      this.bags.set(sum, number);
    }
    return number;
  }

  private next(): number {
    this.count += 1;
    return this.count;
  }

  private addPair(slot: number, first: number, second: number): number {
    const number = this.next();
    this.slots[slot] = number;
    this.firsts[slot] = first;
    this.seconds[slot] = second;
    this.pairs += 1;
    if (this.pairs * 2 > this.size) {
      this.grow();
    }
    return number;
  }

  private grow(): void {
    const { slots, firsts, seconds, size } = this;
    this.size = size * 2;
    this.slots = new Int32Array(this.size);
    this.firsts = new Int32Array(this.size);
    this.seconds = new Int32Array(this.size);
    for (let old = 0; old < size; old += 1) {
      const number = slots[old] ?? 0;
      if (number !== 0) {
        this.move(number, firsts[old] ?? 0, seconds[old] ?? 0);
      }
    }
  }

  private move(number: number, first: number, second: number): void {
    let slot = mixed(mixed(SEED, first), second) & (this.size - 1);
    while (this.slots[slot] !== 0) {
      slot = (slot + 1) & (this.size - 1);
    }
    this.slots[slot] = number;
    this.firsts[slot] = first;
    this.seconds[slot] = second;
  }

  private readonly texts = new Map<string, number>();
  private readonly bags = new Map<number, number>();
  /** A table with open addresses: the number of a pair beside its two parts. */
  private size = 1024;
  private slots = new Int32Array(this.size);
  private firsts = new Int32Array(this.size);
  private seconds = new Int32Array(this.size);
  private pairs = 0;
  private count = 0;
}

const SEED = 0x9e3779b9;
const OTHER_SEED = 0x41c6ce57;
const TWO_32 = 2 ** 32;
const HIGH_BITS = 2 ** 21 - 1;

/** Spreads a word over a state of 32 bits. */
function mixed(state: number, word: number): number {
  let next = Math.imul(state ^ word, 0x85ebca77);
  next = Math.imul(next ^ (next >>> 15), 0xc2b2ae3d);
  return next ^ (next >>> 13);
}
