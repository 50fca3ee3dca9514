import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { type Api, createApi } from './api.ts';
import { ActiveArticle } from './articles.ts';
import { ClaimsStore } from './claims/store.ts';
import { checkNow, checkWorkspace } from './commands/check.ts';
import { chooseGrouping } from './commands/grouping.ts';
import { ignoreClaim, ignoreWithReason } from './commands/ignore.ts';
import { goToClaim, isClaimNode, revealClaim } from './commands/navigate.ts';
import { registerCommands } from './commands/register.ts';
import { openSample } from './commands/sample.ts';
import { disablePattern, setRule, toggleSetting } from './commands/settings.ts';
import { CrashCounter } from './connection/crashes.ts';
import { lendFiles } from './connection/files.ts';
import { clientOptions } from './connection/options.ts';
import { Server } from './connection/server.ts';
import { Highlights } from './highlight.ts';
import { exportClaims } from './report/export.ts';
import { ReportPanels } from './report/panels.ts';
import { composeReview } from './review/compose.ts';
import { registerTools } from './tools.ts';
import { CLAIMS_VIEW, ClaimsView } from './views/claimsView.ts';
import { FolderView } from './views/folderView.ts';
import { StatusBar } from './views/statusBar.ts';
import { words } from './words.ts';

export type { Api } from './api.ts';

/** Puts the extension together. Does not wait for the server: what is known about it shows when it comes. */
export function compose(context: vscode.ExtensionContext, createClient: (options: LanguageClientOptions) => BaseLanguageClient): Api {
  const log = vscode.window.createOutputChannel('Claimlens', { log: true });
  const crashes = new CrashCounter();
  const client = createClient(clientOptions(log, crashes));
  const server = new Server(client, log);
  const active = new ActiveArticle();
  const store = new ClaimsStore(server);
  const view = new ClaimsView(store, active, server, context.globalState, words());
  const folder = new FolderView(server, store, words());
  const status = new StatusBar(view);
  const highlights = new Highlights(store);
  const review = composeReview(server, store, view, active, context.storageUri);
  const reports = new ReportPanels(server, store, context.extensionUri);
  const commands = registerCommands({
    'claimlens.nextClaim': () => goToClaim(store, active, 'next'),
    'claimlens.previousClaim': () => goToClaim(store, active, 'previous'),
    'claimlens.showClaims': () => vscode.commands.executeCommand(`${CLAIMS_VIEW}.focus`),
    'claimlens.groupBy': (argument) => chooseGrouping(view, argument),
    'claimlens.toggleHighlight': () => toggleSetting(active, 'highlight.enable'),
    'claimlens.toggleChecking': (argument) => toggleSetting(active, 'enable', argument),
    'claimlens.checkNow': () => checkNow(server, active),
    'claimlens.checkWorkspace': () => checkWorkspace(server, folder),
    'claimlens.ignoreWithReason': (argument) => ignoreWithReason(server, store, argument),
    'claimlens.setRule': setRule,
    'claimlens.disablePattern': disablePattern,
    'claimlens.revealClaim': (argument) => revealClaim(store, view, argument),
    'claimlens.ignoreClaim': (argument) => ignoreClaim(server, store, view, argument),
    'claimlens.copyClaim': (argument) => (isClaimNode(argument) ? vscode.env.clipboard.writeText(argument.claim.text) : undefined),
    ...review.handlers,
    'claimlens.showReport': (argument) => reports.open(argument, active),
    'claimlens.export': (argument) => exportClaims(server, active, argument),
    'claimlens.restart': () => {
      crashes.reset();
      return server.restart();
    },
    'claimlens.showOutput': () => log.show(),
    'claimlens.openSample': () => openSample(context.extensionUri),
    'claimlens.openSettings': () => vscode.commands.executeCommand('workbench.action.openSettings', `@ext:${context.extension.id}`),
  });

  context.subscriptions.push(
    registerTools(store, active),
    lendFiles(server),
    log,
    client,
    server,
    active,
    store,
    view,
    folder,
    status,
    highlights,
    review,
    reports,
    commands,
  );
  return createApi(server.start(), { store, view, folder, status, highlights, review, reports });
}
