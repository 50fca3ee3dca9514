#!/usr/bin/env node
// npm run screenshots: the pictures of docs/images/, taken in a real VS Code: node tools/screenshots.mjs [SCENE…]
// A scene is a module in test/ui/scenes/: its default export { options, languages?, show(vscode) } gives what openWorkbench
// is to open, the display languages (default: zh-cn), and what to do before the picture SCENE.png (in English SCENE.en.png).
import { readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { step } from './lib/progress.mjs';
import { ensureBuilt, ensureInstalled, root } from './lib/project.mjs';

const folder = join(root, 'test/ui/scenes');
const scenes = readdirSync(folder)
  .filter((file) => file.endsWith('.mjs'))
  .map((file) => basename(file, '.mjs'));
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !scenes.includes(name));
if (unknown.length > 0) {
  console.error(`No such scene: ${unknown.join(', ')}. There are: ${scenes.join(', ')}.`);
  process.exit(2);
}

await ensureInstalled();
await ensureBuilt();
const { openWorkbench } = await import('../test/ui/workbench.mjs');
const { default: sharp } = await import('sharp');
for (const name of wanted.length > 0 ? wanted : scenes) {
  const { default: scene } = await import(pathToFileURL(join(folder, `${name}.mjs`)).href);
  for (const lang of scene.languages ?? ['zh-cn']) {
    const picture = `docs/images/${name}${lang === 'zh-cn' ? '' : `.${lang}`}.png`;
    await step(picture, () => take(scene, lang, picture));
  }
}
process.exit(0);

async function take({ options, show }, lang, picture) {
  const vscode = await openWorkbench({ ...options, lang });
  try {
    await show(vscode, lang);
    const file = await vscode.screenshot(picture);
    // A palette: a third of the size, and no difference that an eye finds in a workbench's few colours.
    await writeFile(file, await sharp(file).png({ palette: true, dither: 0, effort: 10, compressionLevel: 9 }).toBuffer());
  } finally {
    await vscode.close();
  }
}
