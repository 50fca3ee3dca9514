import 'mocha/mocha.js';

/**
 * Runs tests in VS Code's web extension host, a worker without files or processes.
 * @param {unknown} reporter
 * @param {() => void} load defines the tests
 */
export async function runMocha(reporter, load) {
  const { mocha } = globalThis;
  mocha.setup({ ui: 'bdd', timeout: 30_000, reporter, forbidOnly: true });
  load();
  const failures = await new Promise((done) => mocha.run(done));
  if (failures > 0) throw new Error(`${failures} of the tests failed`);
}
