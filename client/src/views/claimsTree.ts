import * as vscode from 'vscode';
import type { CommandId } from '../../../common/commands.ts';
import { kindOf } from '../../../common/names.ts';
import { REVIEW_STATUSES } from '../../../common/review.ts';
import { claimLabel } from '../claims/label.ts';
import type { ClaimNode, Grouping, TreeNode } from '../claims/tree.ts';
import type { Words } from '../claims/words.ts';
import { KIND_ICONS } from './icons.ts';
import { IGNORED_SCHEME } from './ignoredDecoration.ts';

/** What the tree shows at a time: built anew with every answer of the server, replaced as a whole. */
export interface TreeContent {
  readonly uri: vscode.Uri;
  readonly grouping: Grouping;
  readonly roots: readonly TreeNode[];
}

export class ClaimsTreeProvider implements vscode.TreeDataProvider<TreeNode> {
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  #content: TreeContent | undefined;

  constructor(private readonly words: Words) {}

  get content(): TreeContent | undefined {
    return this.#content;
  }

  /** Shows other content; the same rows again do not make the view redraw. */
  show(content: TreeContent | undefined): void {
    const before = this.#content;
    this.#content = content;
    if (signature(before) !== signature(content)) this.#changed.fire(undefined);
    else if (before) this.#content = before;
  }

  getChildren(node?: TreeNode): TreeNode[] {
    if (!node) return [...(this.#content?.roots ?? [])];
    return node.type === 'group' ? [...node.children] : [];
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return node.type === 'claim' ? (node.parent ?? undefined) : undefined;
  }

  getTreeItem(node: TreeNode): vscode.TreeItem {
    return node.type === 'group' ? this.#groupItem(node) : this.#claimItem(node);
  }

  #groupItem(node: Extract<TreeNode, { type: 'group' }>): vscode.TreeItem {
    const item = new vscode.TreeItem(node.label, vscode.TreeItemCollapsibleState.Expanded);
    item.id = node.id;
    item.description = String(node.open);
    item.contextValue = node.code === null ? 'group' : 'group.code';
    item.accessibilityInformation = { label: `${node.label}, ${this.words.claims(node.open)}` };
    return item;
  }

  #claimItem(node: ClaimNode): vscode.TreeItem {
    const { claim } = node;
    const { label, description, decisions, spoken } = claimLabel(claim, this.#content?.grouping ?? 'flat', this.words);
    const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.None);
    item.id = node.id;
    item.description = description;
    item.tooltip = [`${claim.name}\n${claim.text}`, claim.message, decisions.join('\n')].filter(Boolean).join('\n\n');
    const reviewed = claim.review ? '.reviewed' : '';
    const prediction = claim.code === 'prediction' ? '.prediction' : '';
    const conflict = claim.review && claim.review.others.length > 0 ? '.conflict' : '';
    // `claim.open.reviewed.conflict.prediction`: what the menus go by.
    item.contextValue = `${claim.suppressed?.by === 'comment' ? 'claim.ignored' : 'claim.open'}${reviewed}${conflict}${prediction}`;
    item.accessibilityInformation = { label: spoken };
    item.command = { command: 'claimlens.revealClaim' satisfies CommandId, title: label, arguments: [node] };
    const kind = kindOf(claim.code);
    const { review } = claim;
    if (review && (review.changedFrom !== null || review.others.length > 0)) {
      item.iconPath = new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
    } else if (review && review.status !== 'open') {
      const colour = claim.suppressed ? 'disabledForeground' : `claimlens.${kind}Foreground`;
      item.iconPath = new vscode.ThemeIcon(REVIEW_STATUSES[review.status].icon, new vscode.ThemeColor(colour));
      if (claim.suppressed) item.resourceUri = vscode.Uri.from({ scheme: IGNORED_SCHEME, path: `/${node.id}` });
    } else if (claim.suppressed) {
      item.iconPath = new vscode.ThemeIcon('circle-slash', new vscode.ThemeColor('disabledForeground'));
      item.resourceUri = vscode.Uri.from({ scheme: IGNORED_SCHEME, path: `/${node.id}` });
    } else {
      item.iconPath = new vscode.ThemeIcon(KIND_ICONS[kind], new vscode.ThemeColor(`claimlens.${kind}Foreground`));
    }
    return item;
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

/** Everything that rows show or commands on them use; two contents of one signature look alike. */
function signature(content: TreeContent | undefined): string {
  if (!content) return '';
  const row = ({ id, claim }: ClaimNode): unknown[] => [
    id,
    claim.text,
    claim.start,
    claim.end,
    claim.line,
    claim.speaker,
    claim.message,
    claim.suppressed,
    claim.review,
  ];
  const rows = content.roots.map((node) => (node.type === 'claim' ? row(node) : [node.id, node.label, node.children.map(row)]));
  return JSON.stringify([content.uri.toString(), content.grouping, rows]);
}
