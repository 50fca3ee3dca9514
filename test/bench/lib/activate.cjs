// node activate.cjs BUNDLE STORAGE [stay]: loads the extension's bundle and activates it in a stand-in for VS Code; writes the
// milliseconds of each as JSON. With `stay` it goes on until the extension has kept in STORAGE what it keeps for its next start.
const Module = require('node:module');
const { existsSync } = require('node:fs');
const { join } = require('node:path');

/** Stands for any namespace, class, function, event or value of VS Code's API. */
function anything() {
  const known = new Map();
  return new Proxy(class {}, {
    get(target, name) {
      if (name === Symbol.toPrimitive) return () => '1.100.0';
      if (name === Symbol.iterator) return function* () {};
      if (name === 'then' || typeof name === 'symbol') return undefined;
      if (name === 'prototype') return target.prototype;
      if (name === 'length') return 0;
      if (name === 'version') return '1.100.0';
      if (name === 'forEach' || name === 'map' || name === 'filter') return () => [];
      if (!known.has(name)) known.set(name, anything());
      return known.get(name);
    },
    apply: () => anything(),
    construct: () => anything(),
    set: () => true,
  });
}

// What the extension host has loaded itself, long before any extension, is no cost of this one.
for (const builtin of ['child_process', 'crypto', 'fs', 'net', 'os', 'path', 'stream', 'url', 'util']) require(`node:${builtin}`);

const load = Module._load;
// Its names are looked up on the prototype: bundled code copies what is its own.
const vscode = Object.create(anything());
Module._load = (request, ...rest) => (request === 'vscode' ? vscode : load(request, ...rest));

const root = join(__dirname, '../../..');
const [, , bundle, storage, stay] = process.argv;
const started = performance.now();
const extension = require(bundle);
const loaded = performance.now();
extension.activate({
  subscriptions: [],
  asAbsolutePath: (path) => join(root, path),
  globalState: { get: () => undefined, update() {} },
  globalStorageUri: { fsPath: storage },
  extension: { id: 'x' },
});
const done = performance.now();
process.stdout.write(JSON.stringify({ load: loaded - started, activate: done - loaded }), () => {
  if (stay === undefined) process.exit(0);
  const kept = join(storage, 'client.compiled');
  setInterval(() => existsSync(kept) && process.exit(0), 200);
});
