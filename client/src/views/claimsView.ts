import * as vscode from 'vscode';
import type { ActiveArticle } from '../articles.ts';
import { type ArticleState, articleState } from '../claims/articleState.ts';
import { claimAround, openClaims } from '../claims/locate.ts';
import type { ArticleClaims, ClaimsStore } from '../claims/store.ts';
import { buildTree, type ClaimNode, GROUPINGS, type Grouping, type TreeNode } from '../claims/tree.ts';
import type { Words } from '../claims/words.ts';
import type { Server } from '../connection/server.ts';
import { matches } from '../review/filter.ts';
import { ClaimsTreeProvider } from './claimsTree.ts';
import { registerIgnoredDecoration } from './ignoredDecoration.ts';

export const CLAIMS_VIEW = 'claimlens.claims';
const GROUPING_KEY = 'claimlens.grouping';
/** The list follows the cursor when it has rested this long, in milliseconds. */
const FOLLOW_DELAY = 120;

/** The claims of the article in front: the tree, its badge, the context keys that welcome texts and menus hang on. */
export class ClaimsView implements vscode.Disposable {
  readonly provider: ClaimsTreeProvider;
  readonly #view: vscode.TreeView<TreeNode>;
  readonly #listeners: vscode.Disposable[];
  readonly #updated = new vscode.EventEmitter<void>();
  /** Tree, badge and state are those of a new answer or another article. */
  readonly onDidUpdate = this.#updated.event;
  #state: ArticleState = 'none';
  #filter = '';
  #follow: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly store: ClaimsStore,
    private readonly active: ActiveArticle,
    private readonly server: Server,
    private readonly memento: vscode.Memento,
    private readonly words: Words,
  ) {
    this.provider = new ClaimsTreeProvider(words);
    this.#view = vscode.window.createTreeView(CLAIMS_VIEW, { treeDataProvider: this.provider, showCollapseAll: true });
    this.#listeners = [
      this.provider,
      this.#view,
      registerIgnoredDecoration(),
      active.onDidChange(() => this.update()),
      server.onDidChangeState(() => this.update()),
      store.onDidChange((uri) => {
        if (uri.toString() === this.active.editor?.document.uri.toString()) this.update();
      }),
      vscode.window.onDidChangeTextEditorSelection((event) => {
        if (event.textEditor === this.active.editor) this.#followSoon();
      }),
      this.#view.onDidChangeVisibility(({ visible }) => visible && this.#followSoon()),
    ];
    this.update();
  }

  get state(): ArticleState {
    return this.#state;
  }

  get grouping(): Grouping {
    const stored = this.memento.get<string>(GROUPING_KEY);
    return GROUPINGS.find((grouping) => grouping === stored) ?? 'code';
  }

  get badge(): number {
    return this.#view.badge?.value ?? 0;
  }

  /** The row that is selected, for tests. */
  get selected(): ClaimNode | undefined {
    const [node] = this.#view.selection;
    return node?.type === 'claim' ? node : undefined;
  }

  get filter(): string {
    return this.#filter;
  }

  /** Shows only the claims with these words; an empty query shows all. */
  filterBy(query: string): void {
    this.#filter = query.trim();
    this.update();
  }

  get progress(): string {
    return this.#view.description ?? '';
  }

  /** Beside and under the title: how far the review is, and what has to be said about it. */
  showReview(progress: string, message: string): void {
    this.#view.description = progress;
    this.#view.message = message;
  }

  async groupBy(grouping: Grouping): Promise<void> {
    await this.memento.update(GROUPING_KEY, grouping);
    this.update();
  }

  update(): void {
    const document = this.active.editor?.document;
    const known = document && this.store.get(document.uri);
    this.#state = articleState(document !== undefined, this.server.running || this.server.starting, known);
    const open = known ? openClaims(known.claims).length : 0;
    this.provider.show(document && known && known.claims.length > 0 ? this.#content(document, known) : undefined);
    this.#view.badge = open > 0 ? { value: open, tooltip: this.words.claims(open) } : undefined;
    for (const [key, value] of [
      ['claimlens.state', this.#state],
      ['claimlens.article', document !== undefined && this.#state !== 'notChinese'],
      // What was decided can be undone where no claim is open any more.
      ['claimlens.hasClaims', known !== undefined && known.claims.length > 0],
      ['claimlens.hasOpenClaims', open > 0],
      ['claimlens.filtered', this.#filter !== ''],
    ] as const) {
      void vscode.commands.executeCommand('setContext', key, value);
    }
    this.#updated.fire();
    this.#followSoon();
  }

  #content(document: vscode.TextDocument, known: ArticleClaims): ClaimsTreeProvider['content'] {
    const { grouping } = this;
    const shown = this.#filter === '' ? known.claims : known.claims.filter((claim) => matches(claim, this.#filter, vscode.env.language));
    return { uri: document.uri, grouping, roots: buildTree(shown, grouping, this.words) };
  }

  #followSoon(): void {
    clearTimeout(this.#follow);
    this.#follow = setTimeout(() => void this.#followCursor(), FOLLOW_DELAY);
  }

  async #followCursor(): Promise<void> {
    const { editor } = this.active;
    const { content } = this.provider;
    if (!this.#view.visible || !editor || content?.uri.toString() !== editor.document.uri.toString()) return;
    const claims = this.store.get(editor.document.uri)?.claims ?? [];
    const at = claimAround(claims, editor.document.offsetAt(editor.selection.start));
    const node = at && findNode(content.roots, at.id, at.code);
    if (!node || this.#view.selection[0]?.id === node.id) return;
    try {
      await this.#view.reveal(node, { select: true, focus: false });
    } catch {
      // The tree was replaced while the row was looked for, perhaps by an update that followed in vain.
      if (node !== findNode(this.provider.content?.roots ?? [], node.claim.id, node.claim.code)) this.#followSoon();
    }
  }

  dispose(): void {
    clearTimeout(this.#follow);
    for (const listener of this.#listeners) listener.dispose();
    this.#updated.dispose();
  }
}

function findNode(roots: readonly TreeNode[], id: string, code: string): ClaimNode | undefined {
  for (const root of roots) {
    const leaves = root.type === 'claim' ? [root] : root.children;
    const found = leaves.find(({ claim }) => claim.id === id && claim.code === code);
    if (found) return found;
  }
  return undefined;
}
