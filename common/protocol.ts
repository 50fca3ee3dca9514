/** The requests and notifications beyond LSP that client and server share. Ranges are LSP's: lines and UTF-16 columns from 0. */

import type { ClaimReview } from './review.ts';

export * from './exports.ts';
export * from './filesProtocol.ts';
export * from './reviewProtocol.ts';

export interface Position {
  line: number;
  character: number;
}
export interface Range {
  start: Position;
  end: Position;
}

/** One claim as the client shows it: contract.md's JSON with LSP ranges beside the offsets. */
export interface ClaimItem {
  id: string;
  code: string;
  /** The pattern's name in the user's language. */
  name: string;
  start: number;
  end: number;
  line: number;
  column: number;
  range: Range;
  text: string;
  severity: 'hint' | 'information' | 'warning' | 'error';
  message: string;
  speaker: string | null;
  /** Title of the heading it stands under, or null. */
  section: string | null;
  horizon?: { text: string; from: string | null; until: string | null } | null;
  resolved?: { from: string | null; until: string | null } | null;
  quantity?: Record<string, unknown>;
  suppressed: { by: 'comment' | 'review'; reason: string } | null;
  /** What a reviewer decided; missing where nobody has. */
  review?: ClaimReview;
}

/** `claimlens/claims`: the claims of an article, in document order: of an open one as it stands in the editor, else as it was saved. */
export const CLAIMS_REQUEST = 'claimlens/claims';
export interface ClaimsParams {
  uri: string;
}
export interface ClaimsResult {
  claims: ClaimItem[];
  /** The document version that the claims were found in. */
  version: number;
  /** The article's date, or null. */
  date: string | null;
  /** Why there are none though there is text: not Chinese enough, too large, switched off, left out by the project file, not yet asked for; null when the article was checked. */
  skipped: 'notChinese' | 'tooLarge' | 'disabled' | 'excluded' | 'waiting' | null;
}

/** `claimlens/claimsChanged`: the claims of an open article stand anew. */
export const CLAIMS_CHANGED = 'claimlens/claimsChanged';
export interface ClaimsChangedParams {
  uri: string;
  version: number;
}

/** What a client of ours says about itself in `initializationOptions`; every field may be missing. */
export interface InitializationOptions {
  /** Display language; else `InitializeParams.locale`. */
  locale?: string;
  /** Settings to start from where the client has no `workspace/configuration`, flat or nested as under `claimlens.`. */
  settings?: Record<string, unknown>;
  /** Commands below that the client carries out itself; actions that need others are not offered. */
  clientCommands?: string[];
  /** The client lends its files (`FILES_REQUEST`), where the server has none. */
  files?: boolean;
  /** The WASM segmenter (`dist/jieba.wasm`) for a server in a web worker: its address, or itself where the worker may not fetch it. */
  wasm?: string | Uint8Array<ArrayBuffer>;
}

/** Client command: asks for a reason, then executes `APPLY_IGNORE`. Argument: `IgnoreArguments` without its reason. */
export const IGNORE_WITH_REASON = 'claimlens.ignoreWithReason';
/** Client command: sets a rule's severity in the settings. Argument: `SetRuleArguments`. */
export const SET_RULE = 'claimlens.setRule';
export type RuleTarget = 'workspace' | 'user';
export interface SetRuleArguments {
  code: string;
  severity: 'off' | 'hint' | 'information' | 'warning' | 'error';
  target: RuleTarget;
  uri: string;
}

/** Server command (`workspace/executeCommand`): inserts the comment that ignores a claim, by `workspace/applyEdit`; answers whether it did. */
export const APPLY_IGNORE = 'claimlens.server.ignore';
export interface IgnoreArguments {
  uri: string;
  /** The claim's id. */
  id: string;
  reason?: string;
}

/** Server command: checks an open article now, whatever the setting `run` says. Argument: `{ uri }`; answers `ClaimsResult`. */
export const CHECK_ARTICLE = 'claimlens.server.check';

/** Server command: checks every article of the workspace with progress that can be cancelled; answers `WorkspaceCheckResult`. */
export const CHECK_WORKSPACE = 'claimlens.server.checkWorkspace';
export interface WorkspaceCheckResult {
  /** Files looked at, and how many there are: fewer when it was stopped. */
  files: number;
  total: number;
  /** Claims found, by code. */
  claims: Record<string, number>;
  /** The articles that claims were found in, in the order of their paths. */
  articles: FoundArticle[];
  /** Files that could not be read. */
  failed: string[];
}
export interface FoundArticle {
  uri: string;
  /** Claims that stand: neither ignored nor dismissed. */
  claims: number;
}
