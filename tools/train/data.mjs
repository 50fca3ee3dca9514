// Reads labelled texts: DIR/docs/NAME.(md|txt) with DIR/labels/NAME.jsonl (UTF-16 offsets). A label with `"doubt": true` is one that
// only one of two passes made: what it marks is neither right nor wrong. Texts of which only some findings were judged have
// DIR/judged/NAME.jsonl in its place: labels, those with `"wrong": true` found to be none; nothing is known of the rest of the text.
// A line `{"unjudged": [CODE, …]}` names codes that were not labelled.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** Articles of a labelled folder, by name; without `labelled` also those that have no labels. */
export function readSet(dir, weight = 1, labelled = true) {
  const judged = existsSync(join(dir, 'judged'));
  const labelsOf = (file) => join(dir, judged ? 'judged' : 'labels', file.replace(/\.\w+$/, '.jsonl'));
  return readdirSync(join(dir, 'docs'))
    .sort()
    .filter((file) => !labelled || existsSync(labelsOf(file)))
    .map((file) => {
      const raw = readFileSync(join(dir, 'docs', file), 'utf8');
      const lines = existsSync(labelsOf(file)) ? readFileSync(labelsOf(file), 'utf8').split('\n') : [];
      const entries = lines.filter(Boolean).map((line) => JSON.parse(line));
      const labels = entries.filter((entry) => entry.code !== undefined);
      return {
        name: `${basename(dir)}/${file}`,
        article: { text: raw, format: file.endsWith('.md') ? 'markdown' : 'plain' },
        labels: labels.filter((label) => !label.doubt && !label.wrong),
        doubts: labels.filter((label) => label.doubt),
        unjudged: new Set(entries.flatMap((entry) => entry.unjudged ?? [])),
        wrong: judged ? labels.filter((label) => label.wrong) : null,
        weight,
      };
    });
}

const CLAUSE = new Set(['prediction', 'analogy', 'causal-claim', 'rhetorical-question', 'advice']);

/** How well two spans of a code agree: for clause codes the share of the shorter, else intersection over union. */
export function overlap(code, a, b) {
  const inter = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  if (inter <= 0) return 0;
  if (CLAUSE.has(code)) return inter / Math.min(a.end - a.start, b.end - b.start);
  return inter / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

/** Pairs labels with findings one to one, best first. */
export function pairUp(labels, found) {
  const pairs = [];
  for (const g of labels)
    for (const f of found) {
      if (g.code !== f.code) continue;
      const o = overlap(g.code, g, f);
      if (o >= 0.5) pairs.push([o, g, f]);
    }
  pairs.sort((x, y) => y[0] - x[0]);
  const used = new Set();
  const out = [];
  for (const [, g, f] of pairs)
    if (!used.has(g) && !used.has(f)) {
      used.add(g);
      used.add(f);
      out.push([g, f]);
    }
  return out;
}

/** Counts by code over articles of { labels, found, weight? }. */
export function tally(articles) {
  const by = new Map();
  const row = (code) => by.get(code) ?? by.set(code, { tp: 0, fp: 0, fn: 0 }).get(code);
  for (const { labels, found, weight = 1 } of articles) {
    const pairs = pairUp(labels, found);
    for (const [g] of pairs) {
      row(g.code).tp += weight;
      row(g.code).fn -= weight;
      row(g.code).fp -= weight;
    }
    for (const g of labels) row(g.code).fn += weight;
    for (const f of found) row(f.code).fp += weight;
  }
  return by;
}

export const f1 = (r) => (2 * r.tp) / (2 * r.tp + r.fp + r.fn || 1);

export function sum(by) {
  const total = { tp: 0, fp: 0, fn: 0 };
  for (const r of by.values()) for (const k in total) total[k] += r[k];
  return total;
}

export function table(by) {
  const lines = [];
  for (const [code, r] of [...by].sort()) {
    lines.push(
      `${code.padEnd(20)} ${String(r.tp + r.fn).padStart(5)} ${String(r.tp + r.fp).padStart(6)}  P ${(r.tp / (r.tp + r.fp || 1)).toFixed(2)}  R ${(r.tp / (r.tp + r.fn || 1)).toFixed(2)}  F1 ${f1(r).toFixed(3)}`,
    );
  }
  const t = sum(by);
  const rated = [...by.values()].filter((r) => r.tp + r.fn >= 5);
  lines.push(
    `micro F1 ${f1(t).toFixed(3)}  P ${(t.tp / (t.tp + t.fp || 1)).toFixed(3)}  R ${(t.tp / (t.tp + t.fn || 1)).toFixed(3)}  macro ${(rated.reduce((s, r) => s + f1(r), 0) / (rated.length || 1)).toFixed(3)}`,
  );
  return lines.join('\n');
}
