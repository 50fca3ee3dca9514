import { add } from './writing.ts';

// A window of its own: writes decisions one after the other into the review of ROOT's a.md, and says each that stands.
const [root = '', name = '', count = '0'] = process.argv.slice(2);

async function main(): Promise<void> {
  for (let i = 0; i < Number(count); i++) {
    await add(root, `${name}-${i}`, name);
    process.stdout.write(`${name}-${i}\n`);
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
