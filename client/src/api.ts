import type * as vscode from 'vscode';
import type { Kind } from '../../common/names.ts';
import type { ReviewResult } from '../../common/protocol.ts';
import type { ArticleState } from './claims/articleState.ts';
import { claimLabel } from './claims/label.ts';
import type { ArticleClaims, ClaimsStore } from './claims/store.ts';
import type { ClaimNode } from './claims/tree.ts';
import type { Highlights } from './highlight.ts';
import type { ReportPanels } from './report/panels.ts';
import type { Review } from './review/compose.ts';
import type { PredictionNode } from './review/predictionNodes.ts';
import type { ClaimsView } from './views/claimsView.ts';
import type { FolderView } from './views/folderView.ts';
import type { StatusBar } from './views/statusBar.ts';
import { words } from './words.ts';

/** A row of the claims view as it is shown. */
export interface Row {
  readonly label: string;
  readonly description: string;
  readonly ignored: boolean;
  readonly children: readonly Row[];
  /** What commands on this row take as their argument. */
  readonly node: unknown;
}

/** What `activate` hands out: the state of what is shown, for other extensions and for tests. */
export interface Api {
  /** The first start of the language server is over, well or badly. */
  readonly ready: Promise<void>;
  readonly onDidChangeClaims: vscode.Event<vscode.Uri>;
  claims(uri: vscode.Uri): ArticleClaims | undefined;
  state(): ArticleState;
  tree(): readonly Row[];
  /** What the folder's list shows, once the whole folder was checked. */
  folder: Pick<FolderView, 'getChildren' | 'getTreeItem'>;
  /** The selected row's claim. */
  selected(): string | undefined;
  badge(): number;
  /** The status-bar item's text, null while hidden. */
  status(): string | null;
  /** What was decided about an article, how far that is as the view shows it, and its notes in the margin. */
  review(uri: vscode.Uri): ReviewResult | undefined;
  progress(): string;
  notes(uri: vscode.Uri): readonly vscode.CommentThread[];
  predictions(): Promise<readonly PredictionNode[]>;
  /** What an article's report panel shows, and what its page would send when a claim is clicked. */
  report(uri: vscode.Uri): { readonly body: string; click(claim: string): Promise<void>; readonly visible: boolean } | undefined;
  highlights(editor: vscode.TextEditor): ReadonlyMap<Kind, readonly vscode.Range[]>;
}

interface Parts {
  readonly store: ClaimsStore;
  readonly view: ClaimsView;
  readonly folder: FolderView;
  readonly status: StatusBar;
  readonly highlights: Highlights;
  readonly review: Review;
  readonly reports: ReportPanels;
}

export function createApi(ready: Promise<void>, { store, view, folder, status, highlights, review, reports }: Parts): Api {
  return {
    ready,
    onDidChangeClaims: store.onDidChange,
    claims: (uri) => store.get(uri),
    state: () => view.state,
    tree: () => rows(view),
    folder,
    selected: () => view.selected?.claim.text,
    badge: () => view.badge,
    status: () => status.text,
    review: (uri) => review.reviews.get(uri),
    progress: () => view.progress,
    notes: (uri) => review.notes.threads(uri),
    predictions: () => review.predictions.nodes(),
    report: (uri) => reports.get(uri),
    highlights: (editor) => highlights.shown(editor),
  };
}

function rows(view: ClaimsView): readonly Row[] {
  const { content } = view.provider;
  if (!content) return [];
  const leaf = (node: ClaimNode): Row => {
    const { label, description } = claimLabel(node.claim, content.grouping, words());
    return { label, description, ignored: node.claim.suppressed !== null, children: [], node };
  };
  return content.roots.map((node) =>
    node.type === 'claim'
      ? leaf(node)
      : { label: node.label, description: String(node.open), ignored: false, children: node.children.map(leaf), node },
  );
}
