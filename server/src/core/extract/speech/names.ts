/** Finds the first of many names in a short stretch, in time that does not grow with their number. */
export class NameFinder {
  /** By first character, in the order of the list. */
  readonly byFirst: ReadonlyMap<number, readonly string[]>;

  constructor(names: Iterable<string>) {
    const byFirst = new Map<number, string[]>();
    for (const name of names) {
      const first = name.charCodeAt(0);
      const known = byFirst.get(first);
      if (known === undefined) byFirst.set(first, [name]);
      else known.push(name);
    }
    this.byFirst = byFirst;
  }

  /** The name that begins first in `[start, end)` and ends there too; of several at one place the one first in the list. */
  first(text: string, start: number, end: number): string | null {
    if (this.byFirst.size === 0) return null;
    for (let i = start; i < end; i++) {
      const names = this.byFirst.get(text.charCodeAt(i));
      if (names === undefined) continue;
      for (const name of names) if (i + name.length <= end && text.startsWith(name, i)) return name;
    }
    return null;
  }
}
