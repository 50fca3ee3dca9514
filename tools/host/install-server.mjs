import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cleanNpmEnvironment, npmCommand } from '../lib/npm.mjs';
import { step } from '../lib/progress.mjs';
import { mustRun } from '../lib/run.mjs';
import { cached } from './cache.mjs';
import { unpackPackage } from './registry.mjs';
import { codeServer, node } from './versions.mjs';

/** Raise it when the files below are put together in another way: an older folder in the cache is then not used. */
const recipe = 1;

const thisPlatform = `${process.platform}-${process.arch}`;
const nodeFile = process.platform === 'win32' ? 'node.exe' : 'node';

/** Of VS Code's own dependencies, those that the server and the extension host need. */
const neededDependencies = new Set([
  '@parcel/watcher',
  '@vscode/iconv-lite-umd',
  '@vscode/proxy-agent',
  '@vscode/ripgrep-universal',
  '@xterm/headless',
  '@xterm/addon-unicode11',
  '@xterm/addon-serialize',
  '@xterm/xterm',
  'cookie',
  'http-proxy-agent',
  'https-proxy-agent',
  'jschardet',
  'katex',
  'minimist',
  'node-pty',
  'vscode-oniguruma',
  'vscode-regexpp',
  'vscode-textmate',
  'ws',
  'yauzl',
  'yazl',
]);

/** Modules that only log, watch the parent or send telemetry; the server does not start without them. */
const standIns = {
  '@vscode/spdlog': 'spdlog.cjs',
  '@vscode/native-watchdog': 'native-watchdog.cjs',
  '@vscode/deviceid': 'deviceid.cjs',
  '@microsoft/1ds-core-js': '1ds-core-js.cjs',
  '@microsoft/1ds-post-js': '1ds-post-js.cjs',
};

/** Built-in extensions that are heavy and idle here. The workbench asks for every other one, so those stay. */
const droppedExtensions = [
  'git',
  'github',
  'copilot',
  'mermaid-markdown-features',
  'microsoft-authentication',
  'ms-vscode.js-debug',
  'ms-vscode.js-debug-companion',
  'ms-vscode.vscode-js-profile-table',
];

/**
 * VS Code's server and web workbench, with the Node they need, in the user's cache; downloaded when missing.
 * @returns {Promise<{ folder: string, main: string, node: string }>}
 */
export async function installServer() {
  const name = `vscode-${codeServer.version}-node-${node.version}-${thisPlatform}-${recipe}`;
  const folder = await cached(name, (target) =>
    step(`Installing VS Code (${codeServer.name} ${codeServer.version}) for the browser`, async () => {
      await Promise.all([
        unpackPackage(codeServer, target, { members: ['package/lib/vscode'], strip: 3 }).then(() => prepareServer(target)),
        installNode(join(target, '.node')),
      ]);
      await rename(join(target, '.node', nodeFile), join(target, nodeFile));
      await rm(join(target, '.node'), { recursive: true });
    }),
  );
  return { folder, main: join(folder, 'out/server-main.js'), node: join(folder, nodeFile) };
}

async function installNode(target) {
  const member = process.platform === 'win32' ? 'package/bin/node.exe' : 'package/bin/node';
  await unpackPackage(node, target, { members: [member], strip: 2 });
}

async function prepareServer(folder) {
  await installDependencies(folder);
  const modules = join(folder, 'node_modules');
  for (const [name, file] of Object.entries(standIns)) await placeStandIn(join(modules, name), name, file);
  await keepOnly(join(modules, '@vscode/ripgrep-universal/bin'), thisPlatform);
  await keepOnly(join(modules, 'node-pty/prebuilds'), thisPlatform);
  for (const dropped of droppedExtensions) await rm(join(folder, 'extensions', dropped), { recursive: true, force: true });
}

/** Installs the needed dependencies at the versions that code-server locks. */
async function installDependencies(folder) {
  const manifestFile = join(folder, 'package.json');
  const manifest = await readFile(manifestFile, 'utf8');
  const { overrides: _, ...cut } = JSON.parse(manifest);
  cut.dependencies = Object.fromEntries(Object.entries(cut.dependencies).filter(([name]) => neededDependencies.has(name)));
  await writeFile(manifestFile, JSON.stringify(cut, null, 2));
  await rename(join(folder, 'npm-shrinkwrap.json'), join(folder, 'package-lock.json'));
  const [npm, args] = npmCommand(
    'install',
    '--prefix',
    folder,
    '--ignore-scripts',
    '--omit=dev',
    '--legacy-peer-deps',
    '--no-audit',
    '--no-fund',
    '--silent',
  );
  await mustRun(npm, args, { cwd: folder, env: cleanNpmEnvironment() });
  await writeFile(manifestFile, manifest);
}

async function placeStandIn(target, name, file) {
  await rm(target, { recursive: true, force: true });
  await mkdir(target, { recursive: true });
  await writeFile(join(target, 'package.json'), JSON.stringify({ name, version: '0.0.0', main: 'index.js' }));
  await copyFile(join(dirname(fileURLToPath(import.meta.url)), 'stand-ins', file), join(target, 'index.js'));
}

async function keepOnly(folder, kept) {
  if (!existsSync(folder)) return;
  for (const entry of await readdir(folder)) {
    if (entry !== kept) await rm(join(folder, entry), { recursive: true });
  }
}
