import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';

/**
 * The address at which a server shows a workbench.
 * @param {object} request
 * @param {number} request.port
 * @param {string[]} [request.open] at most one folder or .code-workspace, and files
 * @param {string[]} [request.extensionDevelopmentPaths]
 * @param {string} [request.extensionDevelopmentKind]
 * @param {string} [request.extensionTestsPath]
 * @param {boolean} [request.disableExtensions] the installed ones, not the ones under development
 * @param {boolean} [request.enableProposedApi]
 * @param {string} [request.token]
 */
export function workbenchAddress({ port, open = [], ...request }) {
  const authority = `127.0.0.1:${port}`;
  const remote = (path) => `vscode-remote://${authority}${uriPath(resolve(path))}`;

  const query = new URLSearchParams();
  const payload = [];
  for (const path of request.extensionDevelopmentPaths ?? []) payload.push(['extensionDevelopmentPath', remote(path)]);
  if (request.extensionDevelopmentKind) payload.push(['extensionDevelopmentKind', request.extensionDevelopmentKind]);
  if (request.extensionTestsPath) payload.push(['extensionTestsPath', remote(request.extensionTestsPath)]);
  if (request.disableExtensions) payload.push(['disableExtensions', 'true']);
  if (request.enableProposedApi) payload.push(['enableProposedApi', '']);

  for (const path of open) {
    if (!existsSync(path)) throw new Error(`no such file or folder: ${path}`);
    const absolute = slashed(resolve(path));
    if (statSync(path).isDirectory()) query.set('folder', absolute);
    else if (path.endsWith('.code-workspace')) query.set('workspace', absolute);
    else payload.push(['openFile', remote(path)]);
  }
  if (!query.has('folder') && !query.has('workspace')) query.set('ew', 'true'); // an empty window
  if (request.token) query.set('tkn', request.token);
  if (payload.length > 0) query.set('payload', JSON.stringify(payload));
  return `http://${authority}/?${query}`;
}

/** Forward slashes, and one before a drive letter. */
function slashed(path) {
  const forward = path.replaceAll('\\', '/');
  return forward.startsWith('/') ? forward : `/${forward}`;
}

/** A path as a URI has it, special characters escaped. */
const uriPath = (path) => encodeURI(slashed(path)).replace(/[?#]/g, encodeURIComponent);
