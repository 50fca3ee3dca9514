import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CodeAction, Hover } from 'vscode-languageserver-protocol/node';
import { CLAIMS_CHANGED, type ClaimItem, type ReviewAnswer, type ReviewArguments, type ReviewResult } from '../../../common/protocol.ts';
import { PULL, type StartOptions, start, type TestClient } from '../harness.ts';
import { ARTICLE } from '../texts.ts';

export const NUMBER = '接近100万人次';

/** A folder with one article, a.md, and editors that open it. */
export class Desk {
  readonly folder = mkdtempSync(join(tmpdir(), 'claimlens-review-'));
  readonly uri = this.uriOf('a.md');

  constructor() {
    writeFileSync(this.path('a.md'), ARTICLE);
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  uriOf(name: string): string {
    return pathToFileURL(this.path(name)).href;
  }

  reviewFile(name = 'a.md'): string {
    return this.path(`.claimlens/review/${name}.json`);
  }

  stored(name?: string) {
    return JSON.parse(readFileSync(this.reviewFile(name), 'utf8')).entries;
  }

  /** Writes the first entry anew, as another program would. */
  rewrite(fields: object): void {
    const file = JSON.parse(readFileSync(this.reviewFile(), 'utf8'));
    Object.assign(file.entries[0], fields);
    writeFileSync(this.reviewFile(), JSON.stringify(file));
  }

  async opened(text = ARTICLE, options: StartOptions = {}): Promise<TestClient> {
    const { client } = await start({
      capabilities: PULL,
      locale: 'zh-cn',
      folder: pathToFileURL(this.folder).href,
      options: { settings: { reviewer: '甲' } },
      ...options,
    });
    await client.open(this.uri, text);
    return client;
  }

  async claim(client: TestClient, text = NUMBER): Promise<ClaimItem> {
    const claim = (await client.claims(this.uri)).claims.find((one) => one.text === text);
    assert.ok(claim, text);
    return claim;
  }

  decide(client: TestClient, args: Partial<ReviewArguments>): Promise<ReviewAnswer> {
    return client.decide({ uri: this.uri, ...args });
  }

  review(client: TestClient): Promise<ReviewResult> {
    return client.connection.sendRequest('claimlens/review', { uri: this.uri });
  }

  async hover(client: TestClient, claim: ClaimItem): Promise<string> {
    const params = { textDocument: { uri: this.uri }, position: claim.range.start };
    const found: Hover = await client.connection.sendRequest('textDocument/hover', params);
    return (found.contents as { value: string }).value;
  }

  actions(client: TestClient, range: ClaimItem['range']): Promise<CodeAction[]> {
    const params = { textDocument: { uri: this.uri }, range, context: { diagnostics: [] } };
    return client.connection.sendRequest('textDocument/codeAction', params);
  }

  leave(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Asks again with every answer about the claims until it holds. */
export async function until(client: TestClient, holds: () => Promise<boolean>): Promise<void> {
  for (;;) {
    const told = client.next(CLAIMS_CHANGED);
    if (await holds()) return;
    await told;
  }
}
