import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node';
import { EMPTY_CONFIG } from '../../server/src/config/project.ts';
import { serve } from '../../server/src/lsp/connection.ts';
import type { Platform } from '../../server/src/lsp/platform.ts';
import type { Loaded } from '../../server/src/segment/late.ts';
import { PULL, type StartOptions, TestClient } from './harness.ts';
import { ARTICLE, doubtful } from './texts.ts';

const uri = 'file:///articles/p.md';

/** The server over a pair of streams in this process, on a platform whose segmenter loads when the test says so. */
async function startHere(options: StartOptions = {}) {
  const [up, down] = [new PassThrough(), new PassThrough()];
  let asked = 0;
  let finishLoading: (loaded: Loaded) => void = () => undefined;
  const loading = new Promise<Loaded>((resolve) => {
    finishLoading = resolve;
  });
  let ready = false;
  const platform: Platform = {
    build: '0',
    version: '0',
    locale: undefined,
    segmenter: () => ({
      words: (text) => (ready ? [{ start: 0, end: text.length, tag: 'x' }] : null),
      load() {
        asked++;
        return loading.then((loaded) => {
          ready = loaded.name !== null;
          return loaded;
        });
      },
      dispose: () => undefined,
    }),
    project: () => ({ config: EMPTY_CONFIG, excluded: false }),
    forgetProjects: () => undefined,
    articles: async () => [],
    fileOf: (uri) => uri,
    read: async () => '',
    stamp: () => null,
    later: (task) => void setImmediate(task),
  };
  const connection = createConnection(ProposedFeatures.all, new StreamMessageReader(up) as never, new StreamMessageWriter(down) as never);
  serve(connection, platform);
  const client = new TestClient(createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up)));
  await client.initialize({ ...options, processId: null });
  return { client, finishLoading, asked: () => asked };
}

describe('language server: in process', () => {
  it('answers before the segmenter is loaded', async () => {
    const { client, asked } = await startHere({ capabilities: PULL });
    await client.open(uri, ARTICLE);
    assert.ok((await client.pull(uri)).items.length > 0);
    assert.ok(asked() <= 1, 'loaded once');
  });

  it('says once which segmenter took the place of which', async () => {
    const { client, finishLoading, asked } = await startHere({ capabilities: PULL });
    await client.open(uri, doubtful());
    await client.pull(uri);
    assert.equal(asked(), 1, 'a phrase asks for the words around it');
    const told = client.next<{ message: string }>('window/logMessage', ({ message }) => /WASM/.test(message));
    const refreshed = client.next('workspace/diagnostic/refresh');
    finishLoading({ name: 'wasm', reason: 'no binary' });
    assert.match((await told).message, /no binary/);
    await refreshed;
    assert.ok((await client.pull(uri)).items.length > 0);
  });

  it('gives the newest text precedence over what it was checking', async () => {
    const { client } = await startHere({ capabilities: PULL });
    await client.open(uri, ARTICLE.repeat(500));
    const pulled = client.pull(uri);
    await client.change(uri, 2, [{ text: ARTICLE }]);
    const { items } = await pulled;
    assert.ok(items.every((d) => d.range.end.line < 20));
  });
});
