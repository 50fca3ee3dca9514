const SHARED = 32;
let latest = new Uint32Array(0);
let count = 0;

/** A set of UTF-16 units, asked at every place of a text. Thirty-two share one table, a bit each, so that all of them stay near at hand. */
export class CharacterSet {
  private readonly table: Uint32Array;
  private readonly bit: number;

  constructor(units: Iterable<number>) {
    if (count % SHARED === 0) latest = new Uint32Array(0x10000);
    this.table = latest;
    this.bit = 1 << (count++ % SHARED);
    for (const unit of units) latest[unit]! |= this.bit;
  }

  static of(characters: string): CharacterSet {
    return new CharacterSet(Array.from(characters, (c) => c.charCodeAt(0)));
  }

  has(unit: number): boolean {
    return (this.table[unit]! & this.bit) !== 0;
  }
}
