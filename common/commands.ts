/**
 * Every command, once: its id, its title in both languages, its icon. Menus and keybindings stand in
 * tools/generate/manifest.mjs, which writes all of it into package.json.
 */

import { ASK_REVIEW, IGNORE_WITH_REASON, MARK_CLAIM, SET_RULE } from './protocol.ts';
import { REVIEW_COMMANDS } from './reviewCommands.ts';

export interface CommandSpec {
  readonly zh: string;
  readonly en: string;
  /** A codicon. */
  readonly icon?: string;
  /** Offered in the palette only where this holds; `false` keeps it out. */
  readonly palette?: string | false;
}

const ARTICLE = 'claimlens.article';
const OPEN_CLAIMS = 'claimlens.hasOpenClaims';

export const COMMANDS = {
  'claimlens.nextClaim': { zh: '下一处论断', en: 'Go to Next Claim', icon: 'arrow-down', palette: OPEN_CLAIMS },
  'claimlens.previousClaim': { zh: '上一处论断', en: 'Go to Previous Claim', icon: 'arrow-up', palette: OPEN_CLAIMS },
  'claimlens.showClaims': { zh: '显示论断列表', en: 'Show Claims' },
  'claimlens.groupBy': { zh: '论断分组方式…', en: 'Group Claims By...', icon: 'list-tree' },
  'claimlens.toggleHighlight': { zh: '开关正文标色', en: 'Toggle Claim Highlights', icon: 'paintcan' },
  'claimlens.toggleChecking': { zh: '开关论断检查', en: 'Toggle Checking' },
  'claimlens.checkNow': { zh: '立即检查本文', en: 'Check This Article Now', icon: 'refresh', palette: ARTICLE },
  'claimlens.checkWorkspace': { zh: '检查整个文件夹', en: 'Check All Articles in the Folder' },
  [IGNORE_WITH_REASON]: { zh: '忽略并注明理由…', en: 'Ignore with a Reason...', palette: false },
  [SET_RULE]: { zh: '设定这类论断的级别', en: 'Set the Severity of a Pattern', palette: false },
  'claimlens.disablePattern': { zh: '在此工作区关闭这类论断', en: 'Switch Pattern Off in Workspace', palette: false },
  'claimlens.revealClaim': { zh: '转到论断', en: 'Go to Claim', palette: false },
  'claimlens.ignoreClaim': { zh: '忽略并注明理由…', en: 'Ignore with a Reason...', icon: 'eye-closed', palette: false },
  'claimlens.copyClaim': { zh: '复制论断原文', en: 'Copy Claim', palette: false },
  'claimlens.showReport': { zh: '打开检查报告', en: 'Open Report', icon: 'graph', palette: ARTICLE },
  'claimlens.export': { zh: '导出论断…', en: 'Export Claims...', icon: 'export' },
  'claimlens.restart': { zh: '重启语言服务器', en: 'Restart Language Server' },
  'claimlens.showOutput': { zh: '显示日志', en: 'Show Output' },
  'claimlens.openSample': { zh: '打开示例文章', en: 'Open Sample Article' },
  'claimlens.openSettings': { zh: '打开设置', en: 'Open Settings' },
  ...REVIEW_COMMANDS,
} as const satisfies Record<string, CommandSpec>;
export type CommandId = keyof typeof COMMANDS;

/** The commands that code actions of the server may name: the client carries them out. */
export const CLIENT_COMMANDS: readonly CommandId[] = [IGNORE_WITH_REASON, SET_RULE, ASK_REVIEW, MARK_CLAIM];
