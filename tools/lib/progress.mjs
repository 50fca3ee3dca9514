const out = process.stderr;
const open = new Set();

const seconds = (from) => `${((Date.now() - from) / 1000).toFixed(1)} s`;

/**
 * Shows a long step on standard error: its name when it begins, its time when it ends, and on a terminal the seconds while it runs.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const started = Date.now();
  const shown = { name, started };
  open.add(shown);
  if (!out.isTTY) out.write(`· ${name} …\n`);
  const timer = out.isTTY ? setInterval(draw, 200) : undefined;
  try {
    const result = await work();
    close(`✓ ${name} (${seconds(started)})\n`);
    return result;
  } catch (error) {
    close(`✗ ${name} (${seconds(started)})\n`);
    throw error;
  } finally {
    clearInterval(timer);
  }

  function close(line) {
    open.delete(shown);
    out.write(out.isTTY ? `\r\x1b[K${line}` : line);
  }
}

function draw() {
  const names = [...open].map(({ name, started }) => `${name} ${seconds(started)}`).join(' · ');
  const width = (out.columns ?? 80) - 4;
  if (names) out.write(`\r\x1b[K  ${names.slice(0, width)}`);
}
