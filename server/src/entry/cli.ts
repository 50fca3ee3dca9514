// First of all.
import './node/inlining.ts';
import { isMainThread } from 'node:worker_threads';
import { work } from './cli/pool.ts';
import { run } from './cli/program.ts';

// The command line; started again as a worker thread it takes batches of files from the main one.
if (isMainThread) {
  run(process.argv.slice(2), { script: __filename, dist: __dirname }).then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      console.error(error);
      process.exitCode = 70;
    },
  );
} else work();
