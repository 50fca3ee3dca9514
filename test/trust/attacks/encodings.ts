import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import * as OpenCC from 'opencc-js';
import { createAnalyzer, isChineseEnough } from '../../../server/src/core/index.ts';
import { decode } from '../../../server/src/entry/node/decode.ts';
import { CLI } from '../../cli/run.ts';
import type { Attack, Trial } from '../lib/attack.ts';
import { checkAnalysis } from '../lib/checks.ts';
import type { Random } from '../lib/random.ts';
import { anyText, articles } from '../lib/texts.ts';

/** Files that are no sound UTF-8: they say what they said, or nothing. */
export const attack: Attack = {
  topic: 'text',
  async run(trial) {
    writtenElsewhere(trial);
    damaged(trial);
    foreign(trial);
    anyBytes(trial);
    asEditorsShow(trial);
    commandLine(trial);
  },
};

/** Only characters that the encodings of one region have. */
const common = (text: string) => text.replace(/[^\n\x20-\x7e\u3000-\u303f\u4e00-\u9fa5\uff00-\uff5e]/g, '');
let traditional: (text: string) => string;

function stretch(random: Random, least = 60): string {
  const text = common(random.pick(articles()));
  const start = random.below(Math.max(1, text.length - least));
  return text.slice(start, start + random.between(least, 3000));
}

function writtenElsewhere(trial: Trial): void {
  traditional ??= (OpenCC as unknown as { Converter(of: object): (text: string) => string }).Converter({ from: 'cn', to: 'tw' });
  const row = trial.row('articles in GB18030, Big5 and UTF-16: read as what they say, and named so');
  for (const _ of trial.times(40, 20_000)) {
    const text = stretch(trial.random);
    const [encoding, written] = trial.random.pick([
      ['gb18030', text],
      ['gb18030', traditional(text)],
      ['big5', common(traditional(text))],
      ['utf-16le', text],
    ] as const); // prettier-ignore
    const bytes = iconv.encode(written, encoding, { addBOM: encoding === 'utf-16le' });
    // What Big5 has no sign for is a question mark in its bytes.
    const meant = iconv.decode(bytes, encoding);
    row.holdNow(
      () => assert.deepEqual(decode(bytes), { text: meant, encoding, damage: null }),
      () => `${encoding} ${JSON.stringify(meant.slice(0, 80))}`,
    );
  }
}

function damaged(trial: Trial): void {
  const row = trial.row('UTF-8 with bytes broken, left out or cut off: read as UTF-8, the rest untouched, the damage counted and placed');
  for (const _ of trial.times(40, 20_000)) {
    const text = stretch(trial.random, 30);
    const bytes = [...Buffer.from(text)];
    let last = bytes.length;
    for (let n = trial.random.between(1, 3); n > 0; n--) {
      const at = trial.random.below(bytes.length);
      last = Math.min(last, at);
      const harm = trial.random.below(3);
      if (harm === 0) bytes[at] = trial.random.pick([0x80, 0xbf, 0xc0, 0xe4, 0xf5, 0xff]);
      else if (harm === 1) bytes.splice(at, 1);
      else bytes.length = Math.min(bytes.length, Math.max(60, at));
    }
    row.holdNow(
      () => {
        const read = decode(Uint8Array.from(bytes));
        assert.ok('text' in read && read.encoding === 'utf-8', JSON.stringify(read).slice(0, 200));
        // Up to the first broken byte, and one character that it may belong to, it is the very text.
        const sound = Buffer.from(text)
          .subarray(0, Math.max(0, last - 3))
          .toString()
          .replace(/\ufffd+$/, ''); // prettier-ignore
        assert.ok(read.text.startsWith(sound), 'the sound part reads otherwise');
        assert.equal(read.damage?.count ?? 0, (read.text.match(/\ufffd+/g) ?? []).length);
        checkAnalysis(read.text, analyzer.analyze({ text: read.text, format: 'plain' }));
      },
      () => JSON.stringify(text.slice(0, 60)),
    );
  }
}

const analyzer = createAnalyzer();

const KOREAN = '이 회사는 작년에 매출 삼억 원을 올렸으며 내년에는 더 오를 것이라고 전문가들은 말한다. 시장은 계속 커질 것이다. ';
const JAPANESE = 'この会社は昨年三億円の売上を上げ、来年はさらに伸びると専門家は言う。市場はこれからも大きくなるだろう。';
const RUSSIAN = 'Эта компания заработала в прошлом году три миллиарда, и эксперты говорят, что рост продолжится в следующем году. ';

function foreign(trial: Trial): void {
  const row = trial.row('Korean, Japanese, Russian and Western files: refused, or read as what they say; no Chinese is made of them');
  const files = [
    ['euc-kr', KOREAN],
    ['shift_jis', JAPANESE],
    ['euc-jp', JAPANESE],
    ['windows-1251', RUSSIAN],
    ['koi8-r', RUSSIAN],
    ['windows-1252', 'Das Übermaß an Bären ist für Anleger ärgerlich, sagte Jürgen. '],
    ['utf-8', KOREAN],
  ] as const; // prettier-ignore
  for (const _ of trial.times(30, 5000)) {
    const [encoding, text] = trial.random.pick(files);
    const whole = text.repeat(4);
    const bytes = iconv.encode(whole.slice(trial.random.below(20), trial.random.between(120, whole.length)), encoding);
    row.holdNow(
      () => {
        const read = decode(bytes);
        if ('error' in read) return;
        assert.equal(read.text, iconv.decode(bytes, encoding));
      },
      () => encoding,
    );
  }
}

function anyBytes(trial: Trial): void {
  const row = trial.row('any bytes at all: no throw, text that can be analysed or a reason why not');
  for (const _ of trial.times(80, 30_000)) {
    const { random } = trial;
    const parts = Array.from(
      { length: random.between(1, 4) },
      () =>
        random.oneIn(2)
          ? Buffer.from(Uint8Array.from({ length: random.below(60) }, () => random.below(256)))
          : iconv.encode(anyText(random), random.pick(['utf-8', 'gb18030', 'big5', 'utf-16le'])), // prettier-ignore
    );
    const bytes = Buffer.concat(parts);
    row.holdNow(
      () => {
        const read = decode(bytes);
        if ('error' in read) assert.ok(['binary', 'encoding'].includes(read.error));
        else checkAnalysis(read.text, analyzer.analyze({ text: read.text, format: 'markdown' }));
      },
      () => bytes.toString('hex'),
    );
  }
}

/** An editor that takes every file for UTF-8 shows these as broken characters. */
function asEditorsShow(trial: Trial): void {
  const row = trial.row('GB18030 and Big5 that an editor has opened as UTF-8: no article, no claims');
  for (const _ of trial.times(30, 5000)) {
    const text = stretch(trial.random, 200);
    const shown = iconv.encode(text, trial.random.pick(['gb18030', 'big5'])).toString('utf8');
    row.holdNow(
      () => assert.ok(!isChineseEnough(shown, 0.3)),
      () => JSON.stringify(shown.slice(0, 200)),
    );
  }
}

function commandLine(trial: Trial): void {
  const row = trial.row('the command line on such files: claims in the words of the article, and a sentence on how it was read');
  const folder = mkdtempSync(join(tmpdir(), 'claimlens-encodings-'));
  const sentence = '这家公司两年来接待了接近100万人次，业内人士认为市场还会更大，所以大家都说明年的收入一定会翻一倍，股价也会跟着上涨。\n';
  const tw = traditional(sentence);
  const files: [string, Buffer, RegExp][] = [
    ['gb.txt', iconv.encode(sentence, 'gb18030'), /gb\.txt.*GB18030/],
    ['big5.txt', iconv.encode(tw, 'big5'), /big5\.txt.*Big5/],
    ['cut.txt', Buffer.from(sentence.repeat(3)).subarray(0, -3), /cut\.txt.*line 3/],
    ['korean.txt', iconv.encode(KOREAN.repeat(3), 'euc-kr'), /korean\.txt.*neither/],
  ];
  try {
    for (const [name, bytes, said] of files) {
      writeFileSync(join(folder, name), bytes);
      for (const input of ['file', 'stdin'] as const) {
        row.holdNow(
          () => {
            const args = input === 'file' ? [name] : ['-', '--stdin-filename', name];
            const { stdout, stderr } = spawnSync(process.execPath, [CLI, 'check', '--format', 'json', '--fail-on', 'never', ...args], {
              cwd: folder,
              encoding: 'utf8',
              env: { ...process.env, LANG: 'en_US.UTF-8', LC_ALL: '' },
              ...(input === 'stdin' ? { input: bytes } : {}),
            });
            assert.match(stderr, said);
            if (name === 'korean.txt') assert.equal(stdout.includes('claims'), false);
            else assert.ok(stdout.includes(name === 'big5.txt' ? '接近100萬人次' : '接近100万人次'), stdout.slice(0, 300));
          },
          () => `${name} from ${input}`,
        );
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
