// Thresholds that keep the number of findings: what other weights put in a better order they find more of rightly, and no more.
import { scoreAll } from './learn.mjs';

/**
 * @param sets sets of articles, labelled or not; each counts alike, whatever its size
 * @param before weights and thresholds by code whose number of findings shall stay
 * @param tables weights by code that thresholds are looked for
 * @returns thresholds by code, those of before where it finds nothing or everything
 */
export function matchThresholds(sets, codes, before, tables) {
  const [old, now] = [before.tables, tables].map((by) => sets.map((set) => scoresByCode(set, codes, by)));
  const thresholds = { ...before.thresholds };
  for (const code of codes) {
    const points = now.flatMap((by, i) => by.get(code).map((score) => ({ score, weight: 1 / old[i].get(code).length })));
    let wanted = 0;
    for (const by of old) {
      const scores = by.get(code);
      if (scores.length > 0) wanted += scores.filter((x) => x >= before.thresholds[code]).length / scores.length;
    }
    if (wanted === 0) continue;
    points.sort((a, b) => b.score - a.score);
    let last = 0;
    for (let found = points[0]?.weight ?? 0; last < points.length - 1 && found < wanted - 1e-9; found += points[++last].weight);
    if (last < points.length - 1) thresholds[code] = Math.floor(1000 * points[last].score) / 1000;
  }
  return thresholds;
}

function scoresByCode(docs, codes, tables) {
  scoreAll(docs, tables);
  const by = new Map(codes.map((code) => [code, []]));
  for (const doc of docs) for (const s of doc.samples) if (!s.candidate.found.sure) by.get(s.code).push(s.score);
  return by;
}
