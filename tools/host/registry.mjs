import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { cleanNpmEnvironment, npmCommand } from '../lib/npm.mjs';
import { mustRun } from '../lib/run.mjs';

/**
 * Downloads one npm package and unpacks members of it, without running any of its scripts.
 * @param {{ name: string, version: string, integrity?: string }} wanted
 * @param {string} destination a folder, made when missing
 * @param {{ members: string[], strip: number }} what paths inside the tarball, and how many leading folders to cut
 */
export async function unpackPackage({ name, version, integrity }, destination, { members, strip }) {
  await mkdir(destination, { recursive: true });
  const download = await mkdtemp(join(tmpdir(), 'claimlens-pack-'));
  try {
    const [npm, args] = npmCommand('pack', `${name}@${version}`, '--silent', '--ignore-scripts');
    await mustRun(npm, args, { cwd: download, env: cleanNpmEnvironment() });
    const tarball = (await readdir(download)).find((file) => file.endsWith('.tgz'));
    if (!tarball) throw new Error(`npm pack ${name}@${version} gave no tarball`);
    await checkIntegrity(join(download, tarball), integrity, `${name}@${version}`);
    await mustRun('tar', ['-xzf', tarball, `--strip-components=${strip}`, '-C', destination, ...members], { cwd: download });
  } finally {
    await rm(download, { recursive: true, force: true });
  }
}

async function checkIntegrity(file, expected, label) {
  if (!expected) return;
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  const found = `sha512-${hash.digest('base64')}`;
  if (found !== expected) throw new Error(`${label}: the download is not the package expected (${found})`);
}
