// What the launcher has VS Code run in place of the test entry it was given: runs that one, then writes down that it came
// to its end. An extension host that dies in mid-run, even with exit code 0, leaves no such word.
const { writeFileSync } = require('node:fs');
const { pathToFileURL } = require('node:url');

exports.run = async () => {
  const { CLAIMLENS_HOST_ENTRY: entry, CLAIMLENS_HOST_VERDICT: verdict } = process.env;
  const loaded = await import(pathToFileURL(require.resolve(entry)).href);
  const run = loaded.run ?? loaded.default?.run;
  if (typeof run !== 'function') throw new Error(`${entry} exports no function run()`);
  if (run.length < 2) await run();
  else
    await new Promise((resolve, reject) => {
      run(entry, (error, failures) => (error || failures ? reject(error ?? new Error(`${failures} failed`)) : resolve()));
    });
  writeFileSync(verdict, 'passed');
};
