// Logistic regression over hashed binary features, by AdaGrad with L2; small enough to run in seconds.

/** A seeded shuffle, so that a training run can be repeated. */
export function random(seed) {
  let s = seed >>> 0;
  return () => {
    s = (Math.imul(s, 1664525) + 1013904223) >>> 0;
    return s / 2 ** 32;
  };
}

/**
 * @param examples [{ slots: Int32Array, y: 0|1, weight: number }]
 * @param size number of slots
 */
export function fit(examples, size, { l2 = 0.02, epochs = 14, rate = 0.15, positive = 1, seed = 1 } = {}) {
  const w = new Float32Array(size);
  const g2 = new Float32Array(size).fill(1e-3);
  const next = random(seed);
  const order = Uint32Array.from(examples.keys());
  const total = examples.length || 1;
  // Averaging over the later passes steadies the weights.
  const mean = new Float64Array(size);
  let taken = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1));
      [order[i], order[j]] = [order[j], order[i]];
    }
    for (const i of order) {
      const { slots, y, weight } = examples[i];
      let z = 0;
      for (let k = 0; k < slots.length; k++) z += w[slots[k]];
      const p = 1 / (1 + Math.exp(-z));
      const scale = weight * (y ? positive : 1);
      const d = (p - y) * scale;
      if (Math.abs(d) < 1e-4) continue;
      for (let k = 0; k < slots.length; k++) {
        const s = slots[k];
        const grad = d + l2 * w[s] * scale;
        g2[s] += grad * grad;
        w[s] -= (rate * grad) / Math.sqrt(g2[s]);
      }
    }
    if (epoch >= epochs - 5) {
      taken++;
      for (let s = 0; s < size; s++) mean[s] += w[s];
    }
  }
  for (let s = 0; s < size; s++) w[s] = mean[s] / taken;
  void total;
  return w;
}
