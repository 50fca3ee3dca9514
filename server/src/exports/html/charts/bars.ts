import { scaleLinear } from 'd3-scale';
import { escapeHtml } from '../../../../../common/html.ts';

/** A part of a bar. */
export interface Part {
  readonly value: number;
  /** Of the style: what it is coloured by. */
  readonly kind: string;
  readonly name: string;
}

export interface Bar {
  readonly label: string;
  /** Where the label leads. */
  readonly href?: string;
  readonly parts: readonly Part[];
  /** What stands behind the bar; default: the sum. */
  readonly value?: string;
}

const HEIGHT = 14;

/**
 * Bars on one scale, as a table: whoever sees no bars reads the numbers. Lengths are shares of the cell, so that the
 * picture fits a phone, a page and a panel alike.
 */
export function bars(rows: readonly Bar[], caption: string): string {
  const most = Math.max(1, ...rows.map(sumOf));
  const x = scaleLinear().domain([0, most]).range([0, 100]);
  return `<table class="bars"><caption>${escapeHtml(caption)}</caption><tbody>\n${rows.map((row) => barRow(row, x)).join('')}</tbody></table>\n`;
}

function barRow(row: Bar, x: (value: number) => number): string {
  let at = 0;
  const rects = row.parts
    .filter(({ value }) => value > 0)
    .map(({ value, kind, name }) => {
      const from = x(at);
      at += value;
      return `<rect class="${kind}" x="${percent(from)}" width="${percent(x(at) - from)}" height="${HEIGHT}"><title>${escapeHtml(`${name} ${value}`)}</title></rect>`;
    });
  const label = row.href
    ? `<a href="${escapeHtml(row.href)}" rel="noreferrer noopener">${escapeHtml(row.label)}</a>`
    : escapeHtml(row.label);
  const value = escapeHtml(row.value ?? String(sumOf(row)));
  return `<tr><th scope="row">${label}</th><td class="bar"><svg width="100%" height="${HEIGHT}" aria-hidden="true">${rects.join('')}</svg></td><td class="value">${value}</td></tr>\n`;
}

/** What the colours of a chart mean. */
export function legend(parts: readonly Omit<Part, 'value'>[]): string {
  const items = parts.map(
    ({ kind, name }) =>
      `<li><svg width="10" height="10" aria-hidden="true"><rect class="${kind}" width="10" height="10" rx="2"/></svg> ${escapeHtml(name)}</li>`,
  );
  return `<ul class="legend">${items.join('')}</ul>\n`;
}

export function percent(value: number): string {
  return `${Math.round(value * 100) / 100}%`;
}

function sumOf({ parts }: Bar): number {
  return parts.reduce((sum, { value }) => sum + value, 0);
}
