import assert from 'node:assert/strict';
import type { Analysis, Span } from '../../../server/src/core/index.ts';

/** What every analysis of every text must keep: ranges inside the text, on borders of characters, in order; no claim twice. */
export function checkAnalysis(text: string, analysis: Analysis): void {
  const check = (span: Span, what: string) => checkSpan(text, span, what);
  for (const claim of analysis.claims) {
    check(claim, claim.code);
    assert.ok(claim.end > claim.start, `${claim.code} is empty`);
    assert.equal(claim.text, text.slice(claim.start, claim.end));
    if (claim.quantity) check(claim.quantity, `quantity of ${claim.code}`);
  }
  for (const quantity of analysis.quantities) {
    check(quantity, 'quantity');
    assert.equal(quantity.text, text.slice(quantity.start, quantity.end));
    if (quantity.source) check(quantity.source, 'source');
  }
  for (const quote of analysis.quotes) check(quote, 'quote');
  for (const directive of analysis.directives) check(directive, 'directive');
  for (const section of analysis.sections) {
    check(section, 'section');
    check(section.heading, 'heading');
  }
  for (const spans of [analysis.claims, analysis.quantities, analysis.quotes, analysis.sections]) {
    for (let i = 1; i < spans.length; i++) assert.ok(spans[i - 1]!.start <= spans[i]!.start, 'out of order');
  }
  assert.equal(new Set(analysis.claims.map(({ code, start, end }) => `${code} ${start} ${end}`)).size, analysis.claims.length);
}

export function checkSpan(text: string, { start, end }: Span, what: string): void {
  assert.ok(start >= 0 && start <= end && end <= text.length, `${what}: ${start}–${end} of ${text.length}`);
  for (const at of [start, end]) assert.ok(!insidePair(text, at), `${what}: ${at} lies inside a character`);
}

export function insidePair(text: string, at: number): boolean {
  return at > 0 && at < text.length && isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at));
}
const isHigh = (unit: number) => unit >> 10 === 0x36;
const isLow = (unit: number) => unit >> 10 === 0x37;
