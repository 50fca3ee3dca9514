// One article of 10 KB, 100 KB, 1 MB and 10 MB: time per character.
import { loadCore } from './lib/core.mjs';
import { median, row } from './lib/numbers.mjs';
import { articleOf } from './lib/texts.mjs';

const SIZES = [1e4, 1e5, 1e6, 1e7];
const ROUNDS = 3;

export async function growth() {
  const { read } = await loadCore();
  const articles = SIZES.map(articleOf);
  for (let i = 0; i < 3; i++) read(articles[2]);
  const times = SIZES.map(() => []);
  for (let round = 0; round < ROUNDS; round++) {
    articles.forEach((text, i) => {
      const again = Math.max(1, Math.round(1e6 / SIZES[i]));
      const started = performance.now();
      for (let k = 0; k < again; k++) read(text);
      times[i].push((1000 * (performance.now() - started)) / again / text.length);
    });
  }
  const each = times.map((of) => median(of));
  const ratio = Math.max(...each.slice(1)) / each[0];
  const measured = each.map((time, i) => `${SIZES[i] / 1000} KB ${time.toFixed(2)}`).join(', ');
  return [row('time per character, 100 KB to 10 MB / 10 KB', ratio, 1.3, 'lower', `µs: ${measured}`)];
}
