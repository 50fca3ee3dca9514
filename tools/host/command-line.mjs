import { fileURLToPath } from 'node:url';
import { webHostSettings } from './settings.mjs';

const single = new Set(['extensionTestsPath', 'user-data-dir', 'extensions-dir', 'locale', 'log', 'crash-reporter-directory', 'profile']);
const repeated = new Set(['extensionDevelopmentPath', 'extensionDevelopmentKind', 'install-extension', 'folder-uri', 'file-uri']);

/**
 * Reads the command line of the desktop VS Code; what has no meaning here is accepted and ignored.
 * @param {string[]} argv
 */
export function parseCommandLine(argv) {
  const values = Object.fromEntries([...repeated].map((name) => [name, []]));
  const flags = new Set();
  const open = [];
  for (let index = 0; index < argv.length; index++) {
    const option = /^--([^=]+)(?:=([\s\S]*))?$/.exec(argv[index]);
    if (!option) {
      open.push(argv[index]);
      continue;
    }
    const [, name, attached] = option;
    if (!single.has(name) && !repeated.has(name)) flags.add(name);
    else if (repeated.has(name)) values[name].push(attached ?? argv[++index]);
    else values[name] = attached ?? argv[++index];
  }
  for (const uri of [...values['folder-uri'], ...values['file-uri']]) open.push(fileURLToPath(uri));

  const developed = values.extensionDevelopmentPath.map(asPath);
  const webHost = values.extensionDevelopmentKind.includes('web');
  return {
    version: flags.has('version'),
    webHost,
    workbench: {
      open,
      extensionDevelopmentPaths: developed,
      extensionDevelopmentKind: values.extensionDevelopmentKind[0],
      extensionTestsPath: values.extensionTestsPath && asPath(values.extensionTestsPath),
      installExtensions: values['install-extension'],
      userDataDir: values['user-data-dir'],
      extensionsDir: values['extensions-dir'],
      language: values.locale,
      disableExtensions: flags.has('disable-extensions'),
      enableProposedApi: flags.has('enable-proposed-api'),
      settings: webHost ? webHostSettings(developed) : undefined,
      args: values.log ? ['--log', values.log] : [],
    },
  };
}

const asPath = (pathOrUri) => (pathOrUri.startsWith('file:') ? fileURLToPath(pathOrUri) : pathOrUri);
