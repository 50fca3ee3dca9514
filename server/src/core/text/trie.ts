/** A list of numbers that grows and is used again. */
export interface Found {
  items: Int32Array;
  length: number;
}

/**
 * All lexicons in one automaton. A word may belong to several classes; matching reports, at every place and for every word that
 * begins there, the word's number. Work is bounded by the longest word, memory by the words' characters.
 */
export class Trie {
  /** Children by open addressing: a (node, char) pair and the child's node side by side, so that one look at memory finds both. */
  private table = new Int32Array(0);
  private mask = 0;
  /** Per node: number of the word that ends there, or -1. */
  private readonly ends: Int32Array;
  /** Per node: which characters may go on from it, by their last five bits. Most looks into the table, which is large, end here. */
  private readonly onward: Int32Array;
  /** Root children by character, 0 for none: most places of a text end here. */
  private readonly roots = new Uint16Array(0x10000);

  private readonly found: Found = { items: new Int32Array(768), length: 0 };

  constructor(words: readonly string[]) {
    const children = new Map<number, number>();
    const ends: number[] = [-1];
    words.forEach((word, number) => {
      let node = 0;
      for (let i = 0; i < word.length; i++) {
        const key = node * 0x10000 + word.charCodeAt(i);
        let next = children.get(key);
        if (next === undefined) {
          next = ends.length;
          ends.push(-1);
          children.set(key, next);
        }
        node = next;
      }
      if (node !== 0) ends[node] = number;
    });
    this.ends = Int32Array.from(ends);
    this.onward = new Int32Array(ends.length);
    if (ends.length > 0x7fff) throw new Error('too many words for one automaton');
    this.fill(children);
  }

  private fill(children: Map<number, number>): void {
    let size = 1024;
    while (size < children.size * 3) size *= 2;
    this.mask = size - 1;
    this.table = new Int32Array(2 * size).fill(-1);
    for (const [key, child] of children) {
      const node = Math.floor(key / 0x10000);
      const char = key % 0x10000;
      if (node === 0) {
        this.roots[char] = child;
        continue;
      }
      this.onward[node]! |= 1 << (char & 31);
      const packed = (node << 16) | char;
      let slot = (Math.imul(packed, 0x9e3779b1) >>> 8) & this.mask;
      while (this.table[2 * slot] !== -1) slot = (slot + 1) & this.mask;
      this.table[2 * slot] = packed;
      this.table[2 * slot + 1] = child;
    }
  }

  /**
   * Every word in the text, by start, shorter ones first: its number, start and end, three units of `items` each. The list is the
   * automaton's own and holds until the next scan.
   */
  scan(text: string): Found {
    const { table, mask, ends, onward, roots, found } = this;
    const n = text.length;
    let { items } = found;
    let length = 0;
    for (let i = 0; i < n; i++) {
      let node = roots[text.charCodeAt(i)]!;
      if (node === 0) continue;
      let at = i + 1;
      for (;;) {
        const word = ends[node]!;
        if (word >= 0) {
          if (length + 3 > items.length) {
            const larger = new Int32Array(items.length * 2);
            larger.set(items);
            items = larger;
            found.items = larger;
          }
          items[length] = word;
          items[length + 1] = i;
          items[length + 2] = at;
          length += 3;
        }
        if (at >= n) break;
        const char = text.charCodeAt(at);
        if ((onward[node]! & (1 << (char & 31))) === 0) break;
        const packed = (node << 16) | char;
        let slot = (Math.imul(packed, 0x9e3779b1) >>> 8) & mask;
        let key = table[2 * slot]!;
        while (key !== packed && key !== -1) {
          slot = (slot + 1) & mask;
          key = table[2 * slot]!;
        }
        if (key === -1) break;
        node = table[2 * slot + 1]!;
        at++;
      }
    }
    found.length = length;
    return found;
  }
}
