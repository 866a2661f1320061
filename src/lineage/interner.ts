// Gives equal things equal small numbers, so that lineage keys compare and combine cheaply within one computation.
import { PairTable } from './pair-table';

/** Numbers texts, pairs and bags in the order in which they come; no two things share a number, and none has 0. */
export class Interner {
  /** The number of a text. */
  intern(text: string): number {
    let number = this.texts.get(text);
    if (number === undefined) {
      this.count += 1;
      number = this.count;
      this.texts.set(text, number);
    }
    return number;
  }

  /** The number of an ordered pair of numbers that this interner gave. */
  pair(first: number, second: number): number {
    return this.numberIn(this.pairs, first, second);
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

  /** The sum without a number that was added. */
  less(sum: number, number: number): number {
    const low = mixed(SEED, number);
    const high = mixed(OTHER_SEED, number);
    const lows = (sum >>> 0) - (low >>> 0);
    const highs = Math.floor(sum / TWO_32) - high;
    return (highs & HIGH_BITS) * TWO_32 + (lows >>> 0);
  }

  /** The number of a bag. */
  bag(sum: number): number {
    return this.numberIn(this.bags, sum | 0, Math.floor(sum / TWO_32));
  }

  private numberIn(table: PairTable, first: number, second: number): number {
    const number = table.numberOf(first, second, this.count + 1);
    if (number > this.count) {
      this.count = number;
    }
    return number;
  }

  private readonly texts = new Map<string, number>();
  private readonly pairs = new PairTable();
  /** By the two halves of their sum. */
  private readonly bags = new PairTable();
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
