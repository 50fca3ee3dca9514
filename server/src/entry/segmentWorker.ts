import { parentPort, workerData } from 'node:worker_threads';
import { answerForever } from '../segment/channel.ts';
import { loadBackend } from '../segment/load.ts';
import type { ThreadData, ThreadReady } from '../segment/thread.ts';

const { channel, choice, files } = workerData as ThreadData;
let reason: string | null = null;
const backend = loadBackend(choice, files, (why) => {
  reason = why;
});
const ready: ThreadReady = { name: backend.name, reason };
parentPort?.postMessage(ready);
answerForever(channel, (text) => backend.words(text));
