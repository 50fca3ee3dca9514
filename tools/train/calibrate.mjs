// Thresholds from findings near them that were judged one by one: where so many of a code's findings are right.
const STEPS = 100;
/** So many judged findings a code needs, with some right and some wrong, before they say anything of its threshold. */
const ENOUGH = 60;
const FEWEST = 10;
/** A threshold is moved by no more than what was judged around it, and by less where little was judged: half as far for so many. */
const FARTHEST = 0.3;
const HALF = 150;

/**
 * @param docs judged articles, scored by weights that have not seen them
 * @param share how many of those at the threshold shall be right
 * @returns thresholds by code, those of `before` where too few were judged
 */
export function calibrate(docs, codes, before, share) {
  const thresholds = { ...before };
  for (const code of codes) {
    const samples = docs.flatMap((doc) => doc.samples.filter((s) => s.code === code && !s.candidate.found.sure));
    const right = samples.filter((s) => s.label).length;
    if (samples.length < ENOUGH || Math.min(right, samples.length - right) < FEWEST) continue;
    const { a, b } = logistic(samples.map((s) => [s.score - before[code], s.label ? 1 : 0]));
    const shift = Math.max(-FARTHEST, Math.min(FARTHEST, (Math.log(share / (1 - share)) - a) / b));
    thresholds[code] = Math.round(100 * (before[code] + (shift * samples.length) / (samples.length + HALF))) / 100;
  }
  return thresholds;
}

/** Fits P(right) = 1 / (1 + exp(-(a + b·x))) by damped Newton steps. */
function logistic(points) {
  let a = 0;
  let b = 1;
  for (let step = 0; step < STEPS; step++) {
    let [ga, gb, haa, hab, hbb] = [0, 0, 1e-6, 0, 1e-6];
    for (const [x, y] of points) {
      const p = 1 / (1 + Math.exp(-(a + b * x)));
      const w = p * (1 - p);
      ga += y - p;
      gb += (y - p) * x;
      haa += w;
      hab += w * x;
      hbb += w * x * x;
    }
    const det = haa * hbb - hab * hab;
    a += (0.5 * (ga * hbb - gb * hab)) / det;
    b += (0.5 * (gb * haa - ga * hab)) / det;
  }
  return { a, b: Math.max(b, 0.2) };
}
