/**
 * The share of Chinese characters among the letters of a text, 0 to 1; looks at the first 20,000 characters.
 * Kana count against it: a Japanese page is no Chinese article.
 */
export function chineseShare(text: string): number {
  const n = Math.min(text.length, 20_000);
  let han = 0;
  let other = 0;
  for (let i = 0; i < n; i++) {
    const c = text.charCodeAt(i);
    if (c >= 0x4e00 && c <= 0x9fff) han++;
    else if (c >= 0x3040 && c <= 0x30ff) other += 2;
    // What a wrong encoding leaves: nobody wrote the words between.
    else if (c === 0xfffd) other += 1;
    // A Latin word of five letters says about as much as one Chinese word of two.
    else if ((c | 32) >= 97 && (c | 32) <= 122) other += 0.4;
  }
  return han === 0 ? 0 : han / (han + other);
}

/** Whether a text is Chinese enough to be an article: at least `share`, and at least a handful of characters. */
export function isChineseEnough(text: string, share: number): boolean {
  const head = text.length > 20_000 ? text.slice(0, 20_000) : text;
  const han = head.match(/[\u4e00-\u9fff]/g)?.length ?? 0;
  return han >= 4 && chineseShare(head) >= share;
}
