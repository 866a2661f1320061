// Numbers by pairs of whole numbers of 32 bits, in a table with open addresses: no object for any of them.

/** Holds a number other than 0 for each pair. */
export class PairTable {
  /** The number of a pair, which is `fresh` when it has none yet. */
  numberOf(first: number, second: number, fresh: number): number {
    const { cells, size } = this;
    let slot = slotOf(first, second, size);
    for (;;) {
      const at = slot * CELL;
      const number = cells[at] ?? 0;
      if (number === 0) {
        this.add(at, first, second, fresh);
        return fresh;
      }
      if (cells[at + 1] === first && cells[at + 2] === second) {
        return number;
      }
      slot = (slot + 1) & (size - 1);
    }
  }

  private add(at: number, first: number, second: number, fresh: number): void {
    this.cells[at] = fresh;
    this.cells[at + 1] = first;
    this.cells[at + 2] = second;
    this.pairs += 1;
    if (this.pairs * 2 > this.size) {
      this.grow();
    }
  }

  private grow(): void {
    const { cells } = this;
    this.size *= 2;
    this.cells = new Int32Array(this.size * CELL);
    for (let old = 0; old < cells.length; old += CELL) {
      if (cells[old] !== 0) {
        this.move(cells, old);
      }
    }
  }

  private move(from: Int32Array, old: number): void {
    const first = from[old + 1] ?? 0;
    const second = from[old + 2] ?? 0;
    let slot = slotOf(first, second, this.size);
    while (this.cells[slot * CELL] !== 0) {
      slot = (slot + 1) & (this.size - 1);
    }
    this.cells[slot * CELL] = from[old] ?? 0;
    this.cells[slot * CELL + 1] = first;
    this.cells[slot * CELL + 2] = second;
  }

  private size = 4096;
  /** Of each slot the number, 0 where it is free, and the pair. */
  private cells = new Int32Array(this.size * CELL);
  private pairs = 0;
}

/** Words a slot. */
const CELL = 3;

function slotOf(first: number, second: number, size: number): number {
  let mix = Math.imul(first ^ 0x9e3779b9, 0x85ebca77);
  mix = Math.imul(mix ^ (mix >>> 15) ^ second, 0xc2b2ae3d);
  mix = Math.imul(mix ^ (mix >>> 13), 0x27d4eb2f);
  return (mix ^ (mix >>> 16)) & (size - 1);
}
