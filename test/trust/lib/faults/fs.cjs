// Loaded before a program: what it does with review files goes wrong as FAULT says, a JSON object:
//   kill: the process is killed at that operation, counted from 0 (with `half`: after half of what is written)
//   delay: every operation takes so many milliseconds longer
//   stall: { at, ms }: from that operation on nothing at all moves for so long, as in a sleeping machine
//   refuse: a file; while it is there nothing can be written, for the reason in it, such as ENOSPC; with EIO nothing can be read either
//   clock: so many milliseconds later than the others have it; `jump`: { at, ms } from some operation on
'use strict';
const fs = require('node:fs');
const promises = require('node:fs/promises');
const { existsSync, readFileSync: readNow } = fs;
const { syncBuiltinESMExports } = require('node:module');

const fault = JSON.parse(process.env.FAULT ?? '{}');
const RealDate = Date;
let skew = fault.clock ?? 0;
let done = 0;
/** Which operations write. */
const writes = [];

/** One operation is about to happen. */
function happens() {
  const now = done++;
  if (now === fault.kill) process.kill(process.pid, 'SIGKILL');
  if (now === fault.stall?.at) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, fault.stall.ms);
  if (now === fault.jump?.at) skew += fault.jump.ms;
}

const FILLING = ['mkdir', 'writeFile', 'write'];
const WRITING = [...FILLING, 'rmdir', 'utimes', 'rename', 'rm', 'unlink', 'sync', 'datasync'];

/** The error that an operation ends with, or undefined where it may go on. `flags` as files are opened with. */
function refusal(name, path, flags) {
  if (!fault.refuse || !existsSync(fault.refuse)) return undefined;
  const code = readNow(fault.refuse, 'utf8').trim();
  const writes = (code === 'ENOSPC' ? FILLING : WRITING).includes(name) || (name === 'open' && !['r', undefined].includes(flags));
  if (!writes && code !== 'EIO') return undefined;
  return Object.assign(new Error(`${code}: refused, ${name} '${path}'`), { code, syscall: name, path });
}

const isOurs = (path) => String(path instanceof URL ? path.pathname : path).includes('.claimlens');
const later = () => new Promise((resolve) => setTimeout(resolve, fault.delay));
const sleep = () => fault.delay && Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, fault.delay);

for (const name of [
  'mkdir',
  'rmdir',
  'stat',
  'lstat',
  'utimes',
  'rename',
  'rm',
  'unlink',
  'readFile',
  'writeFile',
  'readdir',
  'realpath',
  'open',
]) {
  wrapPromise(promises, name);
  wrapSync(`${name}Sync`);
  wrapCallback(name);
}

function wrapPromise(of, name) {
  const real = of[name];
  of[name] = async function (path, ...rest) {
    if (typeof path !== 'string' || !isOurs(path)) return real.call(this, path, ...rest);
    happens();
    if (fault.delay) await later();
    const refused = refusal(name, path, rest[0]);
    if (refused) throw refused;
    const answer = await real.call(this, path, ...rest);
    return name === 'open' ? handle(answer, path) : answer;
  };
}

function wrapSync(name) {
  const real = fs[name];
  if (!real) return;
  fs[name] = Object.assign(function (path, ...rest) {
    if (isOurs(path)) {
      happens();
      sleep();
      const refused = refusal(name.slice(0, -4), path, rest[0]);
      if (refused) throw refused;
    }
    return real.call(this, path, ...rest);
  }, real);
}

function wrapCallback(name) {
  const real = fs[name];
  fs[name] = Object.assign(function (path, ...rest) {
    if (!isOurs(path)) return real.call(this, path, ...rest);
    happens();
    const refused = refusal(name, path, rest[0]);
    const answer = rest.at(-1);
    if (refused) setImmediate(() => answer(refused));
    else if (fault.delay) setTimeout(() => real.call(this, path, ...rest), fault.delay);
    else real.call(this, path, ...rest);
  }, real);
}

/** An open file: writing, syncing and closing are operations, too. */
function handle(file, path) {
  for (const name of ['writeFile', 'write', 'sync', 'datasync', 'close']) {
    const real = file[name].bind(file);
    file[name] = async (data, ...rest) => {
      if (name.startsWith('write') && done === fault.kill && fault.half) await real(String(data).slice(0, data.length / 2));
      if (name.startsWith('write')) writes.push(done);
      happens();
      if (fault.delay) await later();
      const refused = refusal(name, path);
      if (refused) throw refused;
      return real(data, ...rest);
    };
  }
  return file;
}

globalThis.Date = class extends RealDate {
  constructor(...given) {
    super(...(given.length > 0 ? given : [RealDate.now() + skew]));
  }
  static now() {
    return RealDate.now() + skew;
  }
};

syncBuiltinESMExports();
globalThis.operations = { done: () => done, writes };
