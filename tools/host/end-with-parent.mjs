// Preloaded into the server (and by it into the extension host): ends the process when the one that started it is gone,
// even when that one was killed outright.
import { isMainThread } from 'node:worker_threads';

if (isMainThread) {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent || !alive(parent)) process.exit(87);
  }, 1000).unref();
}

function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
