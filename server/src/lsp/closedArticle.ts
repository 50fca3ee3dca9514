import { OpenArticle } from './article.ts';
import { drive } from './drive.ts';
import type { Server } from './server.ts';

/** An article that no editor has open, read, checked and with its review; null where it is none or cannot be read. */
export async function closedArticle(server: Server, uri: string, text?: string): Promise<OpenArticle | null> {
  const content = text ?? (await server.platform.read(uri).catch(() => null));
  if (content === null) return null;
  const article = new OpenArticle(uri, /\.(md|markdown)$/i.test(uri) ? 'markdown' : 'plaintext', 0, content);
  await Promise.all([server.reviews.load(article), server.lookForProject(uri)]);
  const rules = server.rulesFor(article);
  if (!rules) return null;
  const analysis = await drive(rules.analyzer.slices({ text: content, format: article.format }), server.platform);
  article.base = { analysis, rules, version: 0 };
  return article;
}
