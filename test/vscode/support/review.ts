import * as vscode from 'vscode';
import type { Api, Row } from '../../../client/src/api.ts';
import type { ClaimItem, ReviewAnswer } from '../../../common/protocol.ts';
import type { ReviewChange } from '../../../common/review.ts';
import { claimlens, claimsOf, closeAll, fileOf, show } from './claimlens.ts';
import { clock, until } from './wait.ts';

export const ARTICLE = 'interview.md';
export const NUMBER = '接近100万人次';

const { fs } = vscode.workspace;

export function reviewFile(article = ARTICLE): vscode.Uri {
  return fileOf(`.claimlens/review/${article}.json`);
}

export async function textOf(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await fs.readFile(uri));
}

export async function write(uri: vscode.Uri, text: string): Promise<void> {
  await fs.writeFile(uri, new TextEncoder().encode(text));
}

export async function stored(article?: string) {
  return JSON.parse(await textOf(reviewFile(article))).entries;
}

export async function exists(uri: vscode.Uri): Promise<boolean> {
  return fs.stat(uri).then(
    () => true,
    () => false,
  );
}

export async function withoutReviews(): Promise<void> {
  await fs.delete(fileOf('.claimlens'), { recursive: true, useTrash: false }).then(undefined, () => undefined);
}

export function rows(api: Api): readonly Row[] {
  return api.tree().flatMap((row) => [row, ...row.children]);
}

export function row(api: Api, label = NUMBER): Row | undefined {
  return rows(api).find((one) => one.label === label);
}

export interface Seen {
  readonly description: string;
  readonly ignored: boolean;
}

/** A row once it is as expected. Without its node: that leads back to its group, which no error message could write. */
export function rowWhen(api: Api, what: string, accept: (seen: Seen | undefined) => boolean, label = NUMBER): Promise<Seen | undefined> {
  const seen = () => {
    const found = row(api, label);
    return found && { description: found.description, ignored: found.ignored };
  };
  return until(what, seen, accept, [clock]);
}

/** The article in front with its row, about which nobody has decided yet: what the test before left is forgotten. */
export async function untouched(api: Api, article = ARTICLE): Promise<vscode.TextEditor> {
  const editor = await show(article);
  await claimsOf(editor.document);
  const decided = /已核实|已补出处|存疑|有误|驳回|原文已改动|结论不一/;
  await rowWhen(api, 'the row', (seen) => seen !== undefined && !seen.ignored && !decided.test(seen.description));
  return editor;
}

export function claimOf(api: Api, label = NUMBER): ClaimItem {
  const node = row(api, label)?.node as { claim: ClaimItem } | undefined;
  if (!node) throw new Error(`no row ${label}`);
  return node.claim;
}

/** One decision, as the commands send it. */
export function decide(uri: vscode.Uri, claim: string, change: ReviewChange): Thenable<ReviewAnswer> {
  return vscode.commands.executeCommand('claimlens.server.review', { uri: uri.toString(), claim, change });
}

/** What a test of the review has before it. */
export interface Desk {
  api: Api;
  editor: vscode.TextEditor;
}

/** Before each test of a suite the untouched article is opened; after it nothing is left of what was decided or typed. */
export function reviewing(): Desk {
  const desk = {} as Desk;
  beforeEach(async () => {
    desk.api = await claimlens();
    desk.editor = await untouched(desk.api);
  });
  afterEach(async () => {
    if (desk.editor.document.isDirty) await vscode.commands.executeCommand('workbench.action.files.revert');
    await withoutReviews();
    await closeAll();
  });
  return desk;
}
