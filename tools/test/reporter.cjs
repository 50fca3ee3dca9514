// The mocha reporter of every suite, on Node, in VS Code's extension host and in its web worker: says what failed, and
// hands the totals to tools/test.mjs, in the file that CLAIMLENS_TEST_TOTALS names or, where there are no files, as a line.

const totalsLine = '@@totals ';

class TotalsReporter {
  constructor(runner) {
    const totals = { passed: 0, failed: 0, skipped: 0 };
    const failures = [];
    const slow = [];
    runner.on('pass', (test) => {
      totals.passed++;
      if (test.duration > 5000) slow.push(`${test.fullTitle()} (${(test.duration / 1000).toFixed(1)} s)`);
    });
    runner.on('pending', () => {
      totals.skipped++;
    });
    runner.on('fail', (test, error) => {
      totals.failed++;
      failures.push({ title: test.fullTitle(), message: error?.stack ?? String(error) });
      console.log(`  ✗ ${test.fullTitle()}`);
    });
    runner.once('end', () => {
      for (const title of slow) console.log(`  slow: ${title}`);
      failures.forEach(({ title, message }, index) => {
        console.log(`\n  ${index + 1}) ${title}\n${message.replace(/^/gm, '     ')}`);
      });
      const { passed, failed, skipped } = totals;
      console.log(`  ${passed} passing, ${failed} failing${skipped ? `, ${skipped} skipped` : ''}`);
      report(totals);
    });
  }
}

function report(totals) {
  const file = globalThis.process?.env?.CLAIMLENS_TEST_TOTALS;
  if (file) globalThis.process.getBuiltinModule('node:fs').writeFileSync(file, JSON.stringify(totals));
  else console.log(totalsLine + JSON.stringify(totals));
}

module.exports = TotalsReporter;
module.exports.totalsLine = totalsLine;
