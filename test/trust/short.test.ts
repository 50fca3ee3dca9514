import assert from 'node:assert/strict';
import { carryOut, Unavailable } from './lib/attack.ts';
import { attackNames, attackOf, SEED } from './lib/attacks.ts';

/** The campaign's short form; `npm run test:trust` is the long one. */
describe('nothing lost, nothing let in', function () {
  this.timeout(240_000);
  for (const name of attackNames()) {
    it(name, async function () {
      const attack = await attackOf(name);
      const rows = await carryOut(attack, { long: false, seed: SEED, share: 1, minutes: 1 }).catch((error: unknown) => {
        // Continuous integration has everything but what it says it has not: else nobody would look.
        const without = process.env['CLAIMLENS_WITHOUT']?.split(',') ?? [];
        if (!(error instanceof Unavailable) || (process.env['CI'] && !without.includes(name))) throw error;
        console.log(`  skipped: ${name}: ${error.message}`);
        return this.skip();
      });
      assert.ok(rows.length > 0);
      for (const { what, tried, lost, examples } of rows) {
        assert.ok(tried > 0, `${what}: nothing was tried`);
        assert.equal(lost, 0, `${what}: ${lost} of ${tried} lost\n${examples.join('\n')}`);
      }
    });
  }
});
