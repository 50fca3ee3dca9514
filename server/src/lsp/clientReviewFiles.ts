import type { Connection } from 'vscode-languageserver';
import { FILES_REQUEST, type FilesAnswer, type FilesParams } from '../../../common/protocol.ts';
import { ReviewFileError, type ReviewFiles, type ReviewHome } from '../review/files.ts';
import { DELETED_FOLDER, REVIEW_FOLDER, reviewPath } from '../review/model.ts';

/** Review files through the client, for a server without files of its own. Writers of this window take turns. */
export function clientReviewFiles(connection: Connection): ReviewFiles {
  let turn: Promise<unknown> = Promise.resolve();
  const ask = async (params: FilesParams): Promise<FilesAnswer> => {
    const answer = await connection.sendRequest<FilesAnswer>(FILES_REQUEST, params);
    if (answer.error) throw new ReviewFileError(`review.${answer.error.kind}`, params.uri, answer.error.message);
    return answer;
  };
  const uriOf = ({ root }: ReviewHome, path: string) => `${root}/${path.split('/').map(encodeURIComponent).join('/')}`;
  const read = async (home: ReviewHome) => (await ask({ do: 'read', uri: uriOf(home, reviewPath(home.article)) })).text ?? null;
  return {
    home(uri, folders) {
      const inside = folders.map((folder) => folder.replace(/\/$/, '')).filter((folder) => uri.startsWith(`${folder}/`));
      const root = inside.sort((a, b) => b.length - a.length)[0];
      return root === undefined ? null : { root, article: decodeURIComponent(uri.slice(root.length + 1)) };
    },
    read,
    update(home, change) {
      const mine = turn.then(async () => {
        const text = change(await read(home));
        await ask({ do: 'write', uri: uriOf(home, reviewPath(home.article)), text });
      });
      turn = mine.catch(() => undefined);
      return mine;
    },
    async move(from, to) {
      const target = to ? uriOf(to, reviewPath(to.article)) : uriOf(from, `${DELETED_FOLDER}/${from.article}.json`);
      await ask({ do: 'move', uri: uriOf(from, reviewPath(from.article)), to: target });
      if (to)
        await ask({ do: 'move', uri: uriOf(from, `${REVIEW_FOLDER}/${from.article}`), to: uriOf(to, `${REVIEW_FOLDER}/${to.article}`) });
    },
    reviewer: async () => '',
  };
}
