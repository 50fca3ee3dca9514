#!/usr/bin/env node
// Builds nodejieba's addon after an install. Its own install script fetches a tool through npx, so package.json switches
// that off; npm's bundled node-gyp does the work. An install without a compiler still succeeds: Claimlens then segments
// with the WebAssembly build of jieba. Exits 0 in either case.
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unpackPackage } from './host/registry.mjs';
import { nodePackageName } from './host/versions.mjs';
import { findNpmCli } from './lib/npm.mjs';
import { step } from './lib/progress.mjs';
import { run } from './lib/run.mjs';

const nodejieba = join(dirname(fileURLToPath(import.meta.url)), '../node_modules/nodejieba');
const addon = join(nodejieba, 'build/Release/nodejieba.node');
const buildLimit = 3 * 60_000;

if (!existsSync(nodejieba)) {
  console.log('nodejieba is not installed; Claimlens will segment with WebAssembly.');
} else if (!(await loads())) {
  await step('Building the word segmenter (nodejieba)', build).catch((error) => {
    console.log(telling(error.message));
    console.log('nodejieba could not be built here (it needs Python 3, make and a C++ compiler).');
    console.log('That is no error: Claimlens will segment with WebAssembly, with the same results, somewhat slower.');
  });
}

/** Tried in a process of its own: an addon built for another platform may take the process down with it. */
async function loads() {
  if (!existsSync(addon)) return false;
  const { code } = await run(process.execPath, ['-e', `process.dlopen(module, ${JSON.stringify(addon)})`], { capture: true });
  return code === 0;
}

/** Throws with the build's own words when there is no addon at the end. */
async function build() {
  const nodeGyp = findNodeGyp();
  if (!nodeGyp) throw new Error('npm came without node-gyp.');
  const headers = installedHeaders();
  try {
    await compile(nodeGyp, headers);
  } catch (error) {
    const noDownload = /network|fetch|ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|status code|ended without a word/i.test(error.message);
    if (headers || !noDownload) throw error;
    await withHeadersFromNpm((folder) => compile(nodeGyp, folder));
  }
}

async function compile(nodeGyp, headers) {
  const { code, output } = await run(process.execPath, [nodeGyp, 'rebuild', '--directory', nodejieba], {
    capture: true,
    env: { ...process.env, ...(headers ? { npm_config_nodedir: headers } : {}) },
    timeout: buildLimit,
  });
  if (code !== 0 || !(await loads())) throw new Error(output || `node-gyp ended without a word (${code})`);
}

/** Of a build's long log, the lines that say what is wrong. */
function telling(log) {
  const lines = log.trim().split('\n');
  const errors = lines.filter((line) => /ERR! stack Error|[^a-z]error: /i.test(line));
  return (errors.length > 0 ? errors.slice(0, 5) : lines.slice(-5)).join('\n');
}

/** npm names its node-gyp to the scripts it runs; otherwise it lies inside npm. */
function findNodeGyp() {
  const npm = findNpmCli();
  const candidates = [process.env.npm_config_node_gyp, npm && join(dirname(npm), '../node_modules/node-gyp/bin/node-gyp.js')];
  return candidates.find((file) => file && existsSync(file));
}

/** A folder with `include/node`, as node-gyp's `nodedir` wants it: the one configured, or this Node's own. */
function installedHeaders() {
  const ownPrefix = process.platform === 'win32' ? dirname(process.execPath) : join(dirname(process.execPath), '..');
  return [process.env.npm_config_nodedir, ownPrefix].find((folder) => folder && existsSync(join(folder, 'include/node/node_api.h')));
}

/** Where node-gyp cannot download headers, the npm package of the same Node has them. */
async function withHeadersFromNpm(use) {
  const folder = await mkdtemp(join(tmpdir(), 'claimlens-headers-'));
  try {
    await unpackPackage({ name: nodePackageName(), version: process.versions.node }, folder, { members: ['package/include'], strip: 1 });
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
