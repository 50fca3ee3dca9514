import * as vscode from 'vscode';
import { kindOf } from '../../../common/names.ts';
import { CLAIMS_REQUEST, type ClaimItem, type ClaimsParams, type ClaimsResult, type FoundArticle } from '../../../common/protocol.ts';
import { claimLabel } from '../claims/label.ts';
import { openClaims } from '../claims/locate.ts';
import type { ClaimsStore } from '../claims/store.ts';
import type { Words } from '../claims/words.ts';
import type { Server } from '../connection/server.ts';
import { KIND_ICONS } from './icons.ts';

export const FOLDER_VIEW = 'claimlens.folder';

/** An article that a check of the whole folder found claims in. */
export interface ArticleNode {
  readonly type: 'article';
  readonly uri: vscode.Uri;
  /** How many claims stood open when that was last known. */
  claims: number;
}

export interface FoundNode {
  readonly type: 'found';
  readonly uri: vscode.Uri;
  readonly claim: ClaimItem;
}

type FolderNode = ArticleNode | FoundNode;

/** What a check of the whole folder found, by article; there only once one was made. An article's claims are asked for when it is unfolded. */
export class FolderView implements vscode.TreeDataProvider<FolderNode>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<FolderNode | undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #listeners: vscode.Disposable[];
  #articles: readonly ArticleNode[] = [];

  constructor(
    private readonly server: Server,
    private readonly store: ClaimsStore,
    private readonly words: Words,
  ) {
    const view = vscode.window.createTreeView<FolderNode>(FOLDER_VIEW, { treeDataProvider: this, showCollapseAll: true });
    this.#listeners = [view, store.onDidChange((uri) => this.#follow(uri))];
  }

  /** Shows what was found, in place of what was there. */
  async show(found: readonly FoundArticle[]): Promise<void> {
    this.#articles = found.map(({ uri, claims }) => ({ type: 'article', uri: vscode.Uri.parse(uri), claims }));
    await vscode.commands.executeCommand('setContext', 'claimlens.folderChecked', true);
    this.#changed.fire(undefined);
  }

  async getChildren(node?: FolderNode): Promise<FolderNode[]> {
    if (!node) return [...this.#articles];
    if (node.type === 'found' || !this.server.running) return [];
    const params: ClaimsParams = { uri: this.server.toProtocol(node.uri) };
    const { claims } = await this.server.request<ClaimsResult>(CLAIMS_REQUEST, params);
    return openClaims(claims).map((claim): FoundNode => ({ type: 'found', uri: node.uri, claim }));
  }

  getTreeItem(node: FolderNode): vscode.TreeItem {
    return node.type === 'article' ? this.#articleItem(node) : this.#claimItem(node);
  }

  #articleItem({ uri, claims }: ArticleNode): vscode.TreeItem {
    const item = new vscode.TreeItem(uri, vscode.TreeItemCollapsibleState.Collapsed);
    item.id = uri.toString();
    const path = vscode.workspace.asRelativePath(uri);
    const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    item.description = folder === '' ? String(claims) : `${claims} · ${folder}`;
    item.tooltip = path;
    item.iconPath = vscode.ThemeIcon.File;
    item.contextValue = 'article';
    item.accessibilityInformation = { label: `${path}, ${this.words.claims(claims)}` };
    return item;
  }

  #claimItem({ uri, claim }: FoundNode): vscode.TreeItem {
    const { label, description, spoken } = claimLabel(claim, 'flat', this.words);
    const item = new vscode.TreeItem(label);
    item.description = description;
    item.tooltip = `${claim.name}\n${claim.text}\n\n${claim.message}`;
    item.accessibilityInformation = { label: spoken };
    const kind = kindOf(claim.code);
    item.iconPath = new vscode.ThemeIcon(KIND_ICONS[kind], new vscode.ThemeColor(`claimlens.${kind}Foreground`));
    const { start, end } = claim.range;
    const selection = new vscode.Range(start.line, start.character, end.line, end.character);
    item.command = { command: 'vscode.open', title: label, arguments: [uri, { selection } satisfies vscode.TextDocumentShowOptions] };
    return item;
  }

  /** An article that is open says how many there are by now. */
  #follow(uri: vscode.Uri): void {
    const node = this.#articles.find((article) => article.uri.toString() === uri.toString());
    const known = node && this.store.get(uri);
    if (!known) return;
    node.claims = openClaims(known.claims).length;
    this.#changed.fire(node);
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
    this.#changed.dispose();
  }
}
