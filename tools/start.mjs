#!/usr/bin/env node
// npm start: installs, builds and opens the samples in VS Code with Claimlens loaded. The desktop VS Code where there is
// one, else VS Code served to the browser from npm packages alone.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { findDesktopCommand, hasDisplay } from './lib/desktop.mjs';
import { openInDesktop, serveToBrowser } from './lib/open.mjs';
import { checkNode, ensureBuilt, ensureInstalled, root } from './lib/project.mjs';

const usage = `npm start -- [options]
  --folder FOLDER    what to open (default: samples)
  --browser          VS Code in the browser even where there is a desktop VS Code
  --port PORT        of VS Code in the browser (default: 8137, or a free one when that is taken)
  --no-open          only print the address
  --lang zh-cn|en    display language (default: VS Code's own, or the browser's)
The environment variable VSCODE may name the desktop VS Code's command.`;

checkNode();
const options = readOptions();
try {
  await ensureInstalled();
  await ensureBuilt();
  const desktop = options.browser || !hasDisplay() ? undefined : findDesktopCommand();
  if (desktop) await openInDesktop(desktop, options);
  else await serveToBrowser(options);
} catch (error) {
  console.error(`\n${error.message}`);
  process.exit(1);
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        folder: { type: 'string', default: resolve(root, 'samples') },
        browser: { type: 'boolean', default: false },
        port: { type: 'string' },
        'no-open': { type: 'boolean', default: false },
        lang: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) {
      console.log(usage);
      process.exit(0);
    }
    const port = values.port === undefined ? undefined : Number(values.port);
    if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port < 65_536)) throw new Error(`not a port: ${values.port}`);
    if (values.lang && !['zh-cn', 'en'].includes(values.lang)) throw new Error(`not a display language: ${values.lang} (zh-cn or en)`);
    const folder = resolve(process.env.INIT_CWD ?? process.cwd(), values.folder);
    if (!existsSync(folder)) throw new Error(`no such folder: ${folder}`);
    return { folder, port, language: values.lang, open: !values['no-open'], browser: values.browser };
  } catch (error) {
    console.error(`${error.message}\n\n${usage}`);
    process.exit(2);
  }
}
