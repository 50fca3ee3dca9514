import * as vscode from 'vscode';
import type { CommandId } from '../../../common/commands.ts';
import type { ClaimsView } from './claimsView.ts';

/** One short item: how many claims the article in front has. A click opens the list. */
export class StatusBar implements vscode.Disposable {
  readonly #item: vscode.StatusBarItem;
  readonly #listener: vscode.Disposable;

  constructor(private readonly view: ClaimsView) {
    this.#item = vscode.window.createStatusBarItem('claimlens.status', vscode.StatusBarAlignment.Right, 100);
    this.#item.name = 'Claimlens';
    this.#listener = view.onDidUpdate(() => this.update());
    this.update();
  }

  /** What it shows, or null while it is hidden. */
  get text(): string | null {
    return this.#visible ? this.#item.text : null;
  }

  #visible = false;

  update(): void {
    const shown = this.#show();
    this.#visible = shown !== null;
    if (!shown) {
      this.#item.hide();
      return;
    }
    this.#item.text = shown.text;
    this.#item.tooltip = shown.tooltip;
    this.#item.command = shown.command;
    this.#item.accessibilityInformation = { label: `Claimlens, ${shown.tooltip}`, role: 'button' };
    this.#item.show();
  }

  #show(): { text: string; tooltip: string; command: CommandId | vscode.Command } | null {
    switch (this.view.state) {
      case 'claims':
      case 'empty': {
        const count = this.view.badge;
        const text = count === 1 ? vscode.l10n.t('1 claim') : vscode.l10n.t('{0} claims', count);
        return { text, tooltip: vscode.l10n.t('{0} in this article. Click for the list.', text), command: 'claimlens.showClaims' };
      }
      case 'tooLarge':
        return {
          text: vscode.l10n.t('Claims: too large'),
          tooltip: vscode.l10n.t('This article is larger than the limit and was not checked.'),
          command: 'claimlens.openSettings',
        };
      case 'disabled':
        return {
          text: vscode.l10n.t('Claims: off'),
          tooltip: vscode.l10n.t('Checking is switched off. Click to switch it on.'),
          // On only: somebody else may have switched it on meanwhile.
          command: { command: 'claimlens.toggleChecking' satisfies CommandId, title: '', arguments: [true] },
        };
      case 'excluded':
        return {
          text: vscode.l10n.t('Claims: left out'),
          tooltip: vscode.l10n.t('The project file claimlens.config.json leaves this article out.'),
          command: 'claimlens.showClaims',
        };
      case 'failed':
        return {
          text: vscode.l10n.t('Claims: failed'),
          tooltip: vscode.l10n.t('The check of this article failed. Click for the output.'),
          command: 'claimlens.showOutput',
        };
      case 'waiting':
        return {
          text: vscode.l10n.t('Claims: not checked'),
          tooltip: vscode.l10n.t('This article is checked when it is asked for. Click to check it.'),
          command: 'claimlens.checkNow',
        };
      case 'stopped':
        return {
          text: vscode.l10n.t('Claims: stopped'),
          tooltip: vscode.l10n.t('The language server is not running. Click to restart it.'),
          command: 'claimlens.restart',
        };
      default:
        return null;
    }
  }

  dispose(): void {
    this.#listener.dispose();
    this.#item.dispose();
  }
}
