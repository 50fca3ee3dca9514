import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** `claimlens check …` in a folder, in English unless told otherwise. */
export function check(cwd: string, args: readonly string[], input?: string | Buffer): Ran {
  const env = { ...process.env, LANG: 'en_US.UTF-8', LC_ALL: '', LC_MESSAGES: '' };
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, 'check', ...args], {
    cwd,
    env,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    ...(input === undefined ? {} : { input }),
  });
  return { code: status, out: stdout, err: stderr };
}

/** A folder of files that is gone after the tests of the suite it is made in. */
export function desk(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'claimlens-cli-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export interface Claim {
  readonly id: string;
  readonly code: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
  readonly text: string;
  readonly severity: string;
  readonly message: string;
  readonly speaker: string | null;
  readonly resolved?: { from: string | null; until: string | null } | null;
  readonly horizon?: { text: string; from: string | null; until: string | null } | null;
  readonly quantity?: {
    end: number;
    min: number;
    max: number;
    approx: string;
    kind: string;
    unit: string | null;
    currency: string | null;
    source: object | null;
  };
  readonly suppressed: { by: string; reason: string } | null;
}

export interface Result {
  readonly file: string;
  readonly date: string | null;
  readonly claims: readonly Claim[];
  readonly quantities: readonly {
    end: number;
    text: string;
    min: number;
    max: number;
    approx: string;
    kind: string;
    unit: string | null;
  }[];
  readonly quotes: readonly { start: number; end: number; speaker: string | null }[];
}

export const lines = (text: string): string[] => text.split('\n').filter(Boolean);

/** An article of which every reader would say the same. */
export const ARTICLE = `# 试文

这家公司两年来接待了接近100万人次。业内人士认为，市场还会更大。

昨天周屹说：“我们一定会赢。”
`;

export const ENGLISH = '# Readme\n\nThis library had 1,000,000 downloads last year.\n';
