// The notices of everything that others wrote and a build contains: notices(files that were bundled) → the text of ThirdPartyNotices.txt
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What a build contains without the bundler's knowledge: what it is, the folder with its licence, what of it is used. */
const copied = [
  { folder: 'node_modules/nodejieba', part: 'the native word segmenter' },
  { folder: 'node_modules/nodejieba/submodules/cppjieba', name: 'cppjieba', part: 'inside nodejieba, with its dictionary' },
  { folder: 'node_modules/nodejieba/submodules/cppjieba/deps/limonp', name: 'limonp', part: 'inside cppjieba' },
  { folder: 'node_modules/jieba-wasm', part: 'the WebAssembly word segmenter, with its dictionary' },
  { folder: 'node_modules/opencc-js', part: 'the table of traditional characters' },
];
const licenceFile = /^(licen[cs]e|copying|notice|third_party_licenses)\b/i;

/** @param {Iterable<string>} bundled paths from the project's root, as the bundler tells them */
export function notices(bundled) {
  const folders = new Set([...bundled].map(packageFolder).filter(Boolean));
  const parts = [
    ...[...folders].filter((folder) => !copied.some((part) => part.folder === folder)).map((folder) => ({ folder })),
    ...copied,
  ];
  // The same package in two versions is named twice; in two places of the same version, once.
  const sections = new Map(parts.map(read).map((section) => [section.title, section]));
  const sorted = [...sections.values()].sort((a, b) => (a.title < b.title ? -1 : 1));
  const list = sorted.map(({ title, licence }) => `${title} (${licence})`).join('\n');
  const texts = sorted.map(({ title, text }) => `${'='.repeat(80)}\n${title}\n${'='.repeat(80)}\n\n${text}`);
  return `Claimlens contains work of others, under these licences.\n\n${list}\n\n${texts.join('\n\n')}\n`;
}

/** The folder of the package that a file belongs to, `node_modules/a/node_modules/b`; undefined for the project's own files. */
export function packageFolder(file) {
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file.replaceAll('\\', '/'))?.[0];
}

function read({ folder, name, part }) {
  const manifest = name ? undefined : JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
  const files = readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isFile() && licenceFile.test(entry.name))
    .map((entry) => entry.name)
    .sort();
  if (files.length === 0) throw new Error(`${folder} has no licence file: see whether it may be bundled, and how to name it`);
  const title = manifest ? `${manifest.name} ${manifest.version}` : name;
  return {
    title: part ? `${title}: ${part}` : title,
    licence: manifest?.license ?? 'MIT',
    text: files
      .map((file) =>
        readFileSync(join(root, folder, file), 'utf8')
          .replace(/\r\n?/g, '\n')
          .trim(),
      )
      .join('\n\n'),
  };
}
