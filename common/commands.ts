/**
 * Every command, once: its id, its title in both languages, its icon. Menus and keybindings stand in
 * tools/generate/manifest.mjs, which writes all of it into package.json.
 */

import type { Range } from './protocol.ts';

export interface CommandSpec {
  readonly zh: string;
  readonly en: string;
  /** A codicon. */
  readonly icon?: string;
  /** Offered in the palette only where this holds; `false` keeps it out. */
  readonly palette?: string | false;
}

const ARTICLE = 'claimlens.article';
const CLAIMS = 'claimlens.hasClaims';

export const COMMANDS = {
  'claimlens.nextClaim': { zh: '下一处论断', en: 'Go to Next Claim', icon: 'arrow-down', palette: CLAIMS },
  'claimlens.previousClaim': { zh: '上一处论断', en: 'Go to Previous Claim', icon: 'arrow-up', palette: CLAIMS },
  'claimlens.showClaims': { zh: '显示论断列表', en: 'Show Claims' },
  'claimlens.groupBy': { zh: '论断分组方式…', en: 'Group Claims By...', icon: 'list-tree' },
  'claimlens.toggleHighlight': { zh: '开关正文标色', en: 'Toggle Claim Highlights', icon: 'paintcan' },
  'claimlens.toggleChecking': { zh: '开关论断检查', en: 'Toggle Checking' },
  'claimlens.checkNow': { zh: '立即检查本文', en: 'Check This Article Now', icon: 'refresh', palette: ARTICLE },
  'claimlens.ignoreWithReason': { zh: '忽略并注明理由…', en: 'Ignore with a Reason...', palette: false },
  'claimlens.disableRule': { zh: '关闭这类论断', en: 'Switch Pattern Off', palette: false },
  'claimlens.revealClaim': { zh: '转到论断', en: 'Go to Claim', palette: false },
  'claimlens.ignoreClaim': { zh: '忽略并注明理由…', en: 'Ignore with a Reason...', icon: 'eye-closed', palette: false },
  'claimlens.copyClaim': { zh: '复制论断原文', en: 'Copy Claim', palette: false },
  'claimlens.restart': { zh: '重启语言服务器', en: 'Restart Language Server' },
  'claimlens.showOutput': { zh: '显示日志', en: 'Show Output' },
  'claimlens.openSettings': { zh: '打开设置', en: 'Open Settings' },
} as const satisfies Record<string, CommandSpec>;
export type CommandId = keyof typeof COMMANDS;

/**
 * What a code action's `command` may name where the client said in `initializationOptions.commands` that it has it. A client that
 * said nothing gets edits only.
 */
export const IGNORE_WITH_REASON = 'claimlens.ignoreWithReason' satisfies CommandId;
export const DISABLE_RULE = 'claimlens.disableRule' satisfies CommandId;
export const CLIENT_COMMANDS: readonly string[] = [IGNORE_WITH_REASON, DISABLE_RULE];

/** In an edit's `newText`: where the reason goes that the user is asked for. */
export const REASON = '{reason}';

/** The single argument of `claimlens.ignoreWithReason`: the client asks for the reason, puts it in the place of `{reason}` and applies the edits. */
export interface IgnoreWithReasonParams {
  uri: string;
  /** The document version that the edits fit. */
  version: number;
  /** The pattern's code, for the input box's title. */
  code: string;
  edits: { range: Range; newText: string }[];
}

/** The single argument of `claimlens.disableRule`: sets `claimlens.rules.<code>` to `off`. */
export interface DisableRuleParams {
  code: string;
  target: 'workspace' | 'user';
}

/** What the client sends as `initializationOptions`. Every field may be missing. */
export interface InitializationOptions {
  /** Client commands that code actions may use. */
  commands?: readonly string[];
}

/** Commands that the server registers for `workspace/executeCommand`. */
export const SERVER_CHECK = 'claimlens.server.check';
/** The single argument of `claimlens.server.check`: check this article now, whatever `claimlens.run` says. */
export interface CheckParams {
  uri: string;
}
