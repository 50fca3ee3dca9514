import { writeSync } from 'node:fs';
import { nodeReviewFiles } from '../../../../server/src/entry/node/reviewFiles.ts';
import { homeOf, session, stepped } from './session.ts';

// A window of its own: does the steps FROM up to, not including, TO of a session in ROOT. Of each that stands it says the number and,
// where fs.cjs counts them, how many operations on files there have been, and which of them wrote.
const [root = '', from = '', to = ''] = process.argv.slice(2);
const { operations } = globalThis as { operations?: { readonly done: () => number; readonly writes: readonly number[] } };

async function main(): Promise<void> {
  const steps = session(Number(to));
  for (let i = Number(from); i < steps.length; i++) {
    const step = steps[i]!;
    const home = homeOf(root, step.article);
    if (step.do === 'move') await nodeReviewFiles.move(home, step.to === null ? null : homeOf(root, step.to));
    else await nodeReviewFiles.update(home, (before) => stepped(before, step, i));
    writeSync(1, `${JSON.stringify({ step: i, done: operations?.done() ?? 0, writes: operations?.writes ?? [] })}\n`);
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
