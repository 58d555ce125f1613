/** Chance that is the same whenever it begins with the same number: Mulberry32, by Tommy Ettinger. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** From 0, and below 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from 0, and below `end`. */
  below(end: number): number {
    return Math.floor(this.next() * end);
  }

  isWithin(share: number): boolean {
    return this.next() < share;
  }

  among<T>(items: readonly T[]): T {
    return items[this.below(items.length)] as T;
  }

  /** The first often, the second half as often, the third a third as often: Zipf's law. */
  amongCommon<T>(items: readonly T[]): T {
    return items[Math.floor((items.length + 1) ** this.next()) - 1] as T;
  }
}
