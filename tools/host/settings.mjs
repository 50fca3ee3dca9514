import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** User settings of a VS Code that shows nothing but the work: no welcome page, tips, chat, updates or telemetry. */
export const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.enableExperiments': false,
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'window.commandCenter': false,
  'telemetry.telemetryLevel': 'off',
  'extensions.ignoreRecommendations': true,
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'update.mode': 'none',
};

/** On top of them for tests: no state that outlives a run, nothing that writes a file by itself. */
export const testSettings = {
  ...quietSettings,
  'workbench.editor.restoreViewState': false,
  'files.autoSave': 'off',
  'editor.cursorBlinking': 'solid',
};

/** Settings that move extensions into the web extension host, which a workbench with a server would not use for them. */
export function webHostSettings(extensionFolders) {
  const identifiers = extensionFolders.map((folder) => {
    const { publisher, name } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return `${publisher}.${name}`;
  });
  return { 'remote.extensionKind': Object.fromEntries(identifiers.map((identifier) => [identifier, ['web']])) };
}
