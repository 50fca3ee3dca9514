// One attack in this process, for trust.mjs: NAME, SEED, SHARE, MINUTES, `long` or `short`, and the file that the answer goes into.
import { writeFileSync } from 'node:fs';
import { carryOut, Unavailable } from './lib/attack.ts';
import { attackOf } from './lib/attacks.ts';

const [name = '', seed = '', share = '', minutes = '', form = '', file = ''] = process.argv.slice(2);

async function main(): Promise<void> {
  const attack = await attackOf(name);
  const limit = attack.limit ?? 30;
  setTimeout(() => tell({ broken: `not done after ${limit} minutes` }), limit * 60_000);
  const rows = await carryOut(attack, { long: form === 'long', seed: Number(seed), share: Number(share), minutes: Number(minutes) });
  tell({ topic: attack.topic, rows });
}

function tell(answer: object): never {
  writeFileSync(file, JSON.stringify(answer));
  process.exit(0);
}

main().catch((error: unknown) => {
  if (error instanceof Unavailable) tell({ unavailable: error.message });
  throw error;
});
