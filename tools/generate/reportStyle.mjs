// Writes the report's style into code, with the hash by which the page's policy knows it; for the editor's panel the same with
// the editor's theme in place of the system's: server/src/exports/html/style.generated.ts from report.css beside it.
//   node tools/generate/reportStyle.mjs           writes
//   node tools/generate/reportStyle.mjs --check   fails when it is stale
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { transformSync } from 'esbuild';

const folder = new URL('../../server/src/exports/html/', import.meta.url);
const css = readFileSync(new URL('report.css', folder), 'utf8');

/** The colours of one scheme, as they stand in the style. */
function colours(pattern, name) {
  const found = pattern.exec(css)?.[1];
  if (!found) throw new Error(`report.css has no colours for ${name}`);
  return found.replace(/color-scheme:[^;]*;/, '');
}
const light = colours(/^:root \{([^}]*)\}/m, 'light');
const dark = colours(/prefers-color-scheme: dark\) \{\s*:root \{([^}]*)\}/, 'dark');

// The panel is part of the editor: its paper, its ink, its letters.
const panel = `${css}
body.vscode-light, body.vscode-high-contrast-light { color-scheme: light; ${light} }
body.vscode-dark, body.vscode-high-contrast:not(.vscode-high-contrast-light) { color-scheme: dark; ${dark} }
body[class*='vscode-'] {
  --paper: var(--vscode-editor-background);
  --sheet: color-mix(in srgb, var(--vscode-editor-foreground) 3%, var(--vscode-editor-background));
  --ink: var(--vscode-editor-foreground);
  padding-top: 0.8rem;
  font-family: var(--vscode-font-family), 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif;
}
.text mark, .note { cursor: pointer; }
.note.current, mark.current { outline: 1px solid var(--accent); outline-offset: 2px; }
`;

const minified = (source) => transformSync(source, { loader: 'css', minify: true, charset: 'utf8' }).code.trim();
const hash = (style) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
const constant = (name, what, style) => `/** ${what} */
export const ${name} =
  ${JSON.stringify(style)};
export const ${name}_HASH = ${JSON.stringify(hash(style))};
`;

const file = new URL('style.generated.ts', folder);
const text = `// Written by tools/generate/reportStyle.mjs from report.css.

${constant('STYLE', "The report's style, and what a policy calls it by.", minified(css))}
${constant('PANEL_STYLE', "The same in the colours of the editor's theme.", minified(panel))}`;

if (process.argv.includes('--check')) {
  if (readFileSync(file, 'utf8') !== text) {
    console.error('style.generated.ts is stale: run node tools/generate/reportStyle.mjs');
    process.exitCode = 1;
  }
} else {
  writeFileSync(file, text);
  console.log('style.generated.ts written');
}
