import * as vscode from 'vscode';
import type { OfferedSource } from '../../../common/protocol.ts';

type Item = vscode.QuickPickItem & { readonly source: OfferedSource };

/** Asks for a source: typed, or one of those offered. Undefined when the user thought better of it. */
export function askSource(offered: readonly OfferedSource[]): Promise<OfferedSource | undefined> {
  const pick = vscode.window.createQuickPick<Item>();
  const known = offered.map(itemOf);
  pick.title = vscode.l10n.t('Record a Source');
  pick.placeholder = vscode.l10n.t('An address, or where it can be looked up. With today as the date it was seen.');
  pick.matchOnDescription = true;
  pick.ignoreFocusOut = true;
  pick.items = known;
  return new Promise((resolve) => {
    pick.onDidChangeValue((value) => {
      const typed = value.trim();
      pick.items = typed === '' ? known : [{ ...itemOf(sourceOf(typed)), alwaysShow: true }, ...known];
    });
    pick.onDidAccept(() => {
      const [item] = pick.selectedItems;
      if (!item) return;
      resolve(item.source);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

function itemOf(source: OfferedSource): Item {
  const { url, citation } = source;
  return { source, label: citation ?? url ?? '', ...(citation && url ? { description: url } : {}) };
}

function sourceOf(text: string): OfferedSource {
  return /^https?:\/\/\S+$/i.test(text) ? { url: text } : { citation: text };
}
