import type { Connection } from 'vscode-languageserver';
import { FILES_REQUEST, type FilesAnswer, type FilesParams } from '../../../common/protocol.ts';
import { addressIn, ReviewFileError, type ReviewFiles, type ReviewHome, reviewUri } from '../review/files.ts';
import { DELETED_FOLDER, REVIEW_FOLDER } from '../review/model.ts';
import { foldersAround } from './foldersAround.ts';

/** Review files through the client, for a server without files of its own. Writers of this window take turns. */
export function clientReviewFiles(connection: Connection): ReviewFiles {
  let turn: Promise<unknown> = Promise.resolve();
  const ask = async (params: FilesParams): Promise<FilesAnswer> => {
    const answer = await connection.sendRequest<FilesAnswer>(FILES_REQUEST, params);
    if (answer.error) throw new ReviewFileError(`review.${answer.error.kind}`, params.uri, answer.error.message);
    return answer;
  };
  const read = async (home: ReviewHome) => (await ask({ do: 'read', uri: reviewUri(home) })).text ?? null;
  return {
    home(uri, folders) {
      const [root] = foldersAround(uri, folders);
      return root === undefined ? null : { root, article: decodeURIComponent(uri.slice(root.length + 1)) };
    },
    read,
    update(home, change) {
      const mine = turn.then(async () => {
        const text = change(await read(home));
        await ask({ do: 'write', uri: reviewUri(home), text });
      });
      turn = mine.catch(() => undefined);
      return mine;
    },
    async move(from, to) {
      const target = to ? reviewUri(to) : addressIn(from.root, `${DELETED_FOLDER}/${from.article}.json`);
      await ask({ do: 'move', uri: reviewUri(from), to: target });
      if (to)
        await ask({
          do: 'move',
          uri: addressIn(from.root, `${REVIEW_FOLDER}/${from.article}`),
          to: addressIn(to.root, `${REVIEW_FOLDER}/${to.article}`),
        });
    },
    reviewer: async () => '',
  };
}
