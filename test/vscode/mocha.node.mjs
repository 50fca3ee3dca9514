import Mocha from 'mocha';

/**
 * Runs tests in VS Code's Node extension host.
 * @param {{ reporter: unknown, grep?: string }} options of mocha
 * @param {() => void} load defines the tests
 */
export async function runMocha(options, load) {
  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, forbidOnly: true, ...options });
  mocha.suite.emit('pre-require', globalThis, 'tests', mocha);
  load();
  const failures = await new Promise((done) => mocha.run(done));
  if (failures > 0) throw new Error(`${failures} of the tests failed`);
}
