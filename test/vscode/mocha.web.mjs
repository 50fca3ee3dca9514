import 'mocha/mocha.js';

/**
 * Runs tests in VS Code's web extension host, a worker without files or processes.
 * @param {{ reporter: unknown, grep?: string }} options of mocha
 * @param {() => void} load defines the tests
 */
export async function runMocha(options, load) {
  const { mocha } = globalThis;
  mocha.setup({ ui: 'bdd', timeout: 30_000, forbidOnly: true, ...options });
  load();
  const failures = await new Promise((done) => mocha.run(done));
  if (failures > 0) throw new Error(`${failures} of the tests failed`);
}
