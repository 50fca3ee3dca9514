import { escapeHtml } from '../../../../common/html.ts';
import { kindOf } from '../../../../common/names.ts';
import type { ReportedClaim } from '../../features/report.ts';

/** A claim with its number in the report. */
export interface Numbered {
  readonly n: number;
  readonly claim: ReportedClaim;
}

/** A line break between two of these is none in print. */
const BROKEN_LINE = /([\u2e80-\u9fff\uf900-\uffef])[ \t]*\r?\n[ \t]*(?=[\u2e80-\u9fff\uf900-\uffef])/g;

/**
 * Writes stretches of an article, which must come in ascending order, with its claims marked. Marks lie at the leaves, so
 * that a claim may begin inside of emphasis and end outside: what overlaps is one mark by the shortest claim.
 */
export class Marker {
  readonly #text: string;
  readonly #claims: readonly Numbered[];
  /** What the ids of this article begin with. */
  readonly #prefix: string;
  /** Claims before this one have ended. */
  #first = 0;
  /** Claims from this one on have not begun. */
  #next = 0;
  /** Those that have, and whose number is not written yet. */
  #begun: Numbered[] = [];
  #held = 0;

  constructor(text: string, claims: readonly Numbered[], prefix: string) {
    this.#text = text;
    this.#claims = claims;
    this.#prefix = prefix;
  }

  /** The text between two offsets as HTML; `shown` where it is not what the article's source says. */
  run(from: number, to: number, shown?: string): string {
    if (to <= from) return '';
    const here = this.#overlapping(from, to);
    if (here.length === 0) return this.#endings(from) + escapeHtml(shown ?? this.#clean(from, to));
    if (shown !== undefined) return this.#piece(from, to, here, shown) + this.#endings(to);
    const borders = new Set([from, to]);
    for (const { claim } of here) for (const at of [claim.start, claim.end]) if (at > from && at < to) borders.add(at);
    const places = [...borders].sort((a, b) => a - b);
    let html = '';
    for (let i = 0; i + 1 < places.length; i++) {
      const [a, b] = [places[i]!, places[i + 1]!];
      html += this.#piece(a, b, here, this.#clean(a, b)) + this.#endings(b);
    }
    return html;
  }

  /** Links may hold no links: the numbers of claims that end within come behind. */
  held(make: () => string): string {
    this.#held++;
    try {
      return make();
    } finally {
      this.#held--;
    }
  }

  /** The numbers of claims that begin before `to` and have none yet: of those whose end is not shown. */
  rest(to: number): string {
    return this.#references(to, () => true);
  }

  #overlapping(from: number, to: number): Numbered[] {
    while (this.#first < this.#claims.length && this.#claims[this.#first]!.claim.end <= from) this.#first++;
    const found: Numbered[] = [];
    for (let i = this.#first; i < this.#claims.length && this.#claims[i]!.claim.start < to; i++) {
      if (this.#claims[i]!.claim.end > from) found.push(this.#claims[i]!);
    }
    return found;
  }

  #piece(from: number, to: number, here: readonly Numbered[], shown: string): string {
    const around = here.filter(({ claim }) => claim.start < to && claim.end > from);
    if (around.length === 0 || shown === '') return escapeHtml(shown);
    const open = around.filter(({ claim }) => !claim.suppressed);
    const shortest = (all: readonly Numbered[]) =>
      all.reduce((a, b) => (b.claim.end - b.claim.start < a.claim.end - a.claim.start ? b : a));
    const { claim } = shortest(open.length > 0 ? open : around);
    const strong = open.some((one) => one.claim.severity !== 'hint');
    const classes = [`k-${kindOf(claim.code)}`, open.length === 0 ? 'settled' : strong ? 'problem' : 'hint'];
    return `<mark class="${classes.join(' ')}" data-claim="${escapeHtml(claim.id)}">${escapeHtml(shown)}</mark>`;
  }

  #endings(to: number): string {
    return this.#held > 0 ? '' : this.#references(to, ({ claim }) => claim.end <= to);
  }

  #references(to: number, which: (one: Numbered) => boolean): string {
    while (this.#next < this.#claims.length && this.#claims[this.#next]!.claim.start < to) this.#begun.push(this.#claims[this.#next++]!);
    const now = this.#begun.filter(which);
    if (now.length === 0) return '';
    this.#begun = this.#begun.filter((one) => !which(one));
    return now.map((one) => this.#reference(one)).join('');
  }

  /** The joiner keeps a number from beginning a line. */
  #reference({ n, claim }: Numbered): string {
    const kind = claim.suppressed ? 'settled' : `k-${kindOf(claim.code)}`;
    return `\u2060<sup id="m${this.#prefix}${n}"><a class="${kind}" href="#c${this.#prefix}${n}">${n}</a></sup>`;
  }

  #clean(from: number, to: number): string {
    return this.#text.slice(from, to).replace(BROKEN_LINE, '$1');
  }
}
