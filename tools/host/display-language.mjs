import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Makes a display language known to the server by an empty language pack: the workbench keeps its English words where the
 * pack has none, and extensions see the language (`vscode.env.language`, package.nls.*.json, l10n bundles).
 * @param {string} userDataFolder
 * @param {string} language as VS Code names it: `zh-cn`
 */
export async function offerLanguage(userDataFolder, language) {
  const translations = join(userDataFolder, `translations.${language}.json`);
  await mkdir(userDataFolder, { recursive: true });
  await writeFile(translations, JSON.stringify({ contents: {} }));
  const pack = {
    hash: `claimlens-${language}`,
    extensions: [{ extensionIdentifier: { id: `claimlens.language-${language}` }, version: '1.0.0' }],
    translations: { vscode: translations },
    label: language,
  };
  await writeFile(join(userDataFolder, 'languagepacks.json'), JSON.stringify({ [language]: pack }));
}
