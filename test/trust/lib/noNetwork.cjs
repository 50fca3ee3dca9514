// Loaded before a program: whatever reaches for the network throws, and is written down in the file that NETWORK_LOG names.
'use strict';
const { appendFileSync } = require('node:fs');
const { syncBuiltinESMExports } = require('node:module');

function forbid(of, name, what) {
  of[name] = function forbidden() {
    appendFileSync(process.env.NETWORK_LOG, `${what}.${name}\n`);
    throw new Error(`${what}.${name}: no network`);
  };
}

const FORBIDDEN = {
  net: ['connect', 'createConnection', 'createServer'],
  tls: ['connect', 'createServer'],
  http: ['request', 'get', 'createServer'],
  https: ['request', 'get', 'createServer'],
  http2: ['connect', 'createServer', 'createSecureServer'],
  dgram: ['createSocket'],
  dns: ['lookup', 'resolve', 'resolve4', 'resolve6', 'resolveAny'],
  'dns/promises': ['lookup', 'resolve', 'resolve4', 'resolve6', 'resolveAny'],
};
for (const [module, names] of Object.entries(FORBIDDEN)) for (const name of names) forbid(require(`node:${module}`), name, module);
const net = require('node:net');
forbid(net.Server.prototype, 'listen', 'net.Server');
forbid(net.Socket.prototype, 'connect', 'net.Socket');
for (const name of ['fetch', 'WebSocket', 'EventSource']) if (name in globalThis) forbid(globalThis, name, 'globalThis');
syncBuiltinESMExports();
