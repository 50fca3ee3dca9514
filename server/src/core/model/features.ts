/**
 * Features are 32-bit numbers: a template (a constant made from its name) mixed with a value. The model keeps a weight for each,
 * by hash; names survive only where a reader may want to see them (the evidence of a claim).
 */

/** FNV-1a over UTF-16 units: the number of a feature template or of a named value. */
export function named(name: string): number {
  return namedOn(NOTHING_NAMED, name, 0, name.length);
}

/** The number of no text; `namedOn` goes on from it. */
export const NOTHING_NAMED = 0x811c9dc5 | 0;

/** The number of a text that a stretch of another is added to: as `named` of both together, and nothing is put together. */
export function namedOn(number: number, text: string, start: number, end: number): number {
  let h = number;
  for (let i = start; i < end; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h | 0;
}

/** A template with a value. */
export function mix(template: number, value: number): number {
  let h = Math.imul(template ^ value, 0x9e3779b1);
  h ^= h >>> 15;
  h = Math.imul(h, 0x85ebca77);
  return (h ^ (h >>> 13)) | 0;
}

/** A growing list of features, reused from candidate to candidate. */
export class FeatureList {
  items = new Int32Array(512);
  length = 0;

  clear(): void {
    this.length = 0;
  }

  add(feature: number): void {
    if (this.length === this.items.length) this.reserve(1);
    this.items[this.length++] = feature;
  }

  /** Makes room for `more` features, so that a loop may write `items` itself. */
  reserve(more: number): Int32Array {
    const needed = this.length + more;
    if (needed > this.items.length) {
      const larger = new Int32Array(Math.max(needed, this.items.length * 2));
      larger.set(this.items);
      this.items = larger;
    }
    return this.items;
  }

  copy(): Int32Array {
    return this.items.slice(0, this.length);
  }
}

/** Small steps for lengths and counts. */
export function bucket(n: number): number {
  return n < 4 ? n : n < 6 ? 4 : n < 9 ? 5 : n < 13 ? 6 : n < 19 ? 7 : n < 30 ? 8 : 9;
}
