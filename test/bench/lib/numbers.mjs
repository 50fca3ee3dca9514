export function quantile(values, q) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))];
}

export const median = (values) => quantile(values, 0.5);

/** The median of what each round's first was to its second: what slows the machine down slows both. */
export function medianRatio(a, b) {
  return median(a.map((value, i) => value / b[i]));
}

/** A row of the table. `better`: whether the ratio is to be above its target or below. */
export function row(what, ratio, target, better, measured) {
  return {
    what,
    ratio: Number(ratio.toPrecision(4)),
    target,
    better,
    met: better === 'higher' ? ratio >= target : ratio <= target,
    measured,
  };
}
