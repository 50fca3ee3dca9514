import type { OfferedSource } from '../../../common/protocol.ts';
import { joined } from '../features/offeredSources.ts';
import type { ReviewEntry } from '../review/model.ts';
import type { Platform } from './platform.ts';

const MOST = 20;
const FILE = 'sources.json';

/** The sources that were recorded lately, by folder, the newest first; they outlast the session. */
export class RecentSources {
  readonly #platform: Platform;
  readonly #known = new Map<string, OfferedSource[]>();
  readonly #loading = new Map<string, Promise<void>>();

  constructor(platform: Platform) {
    this.#platform = platform;
  }

  /** To be called before `offered`: what earlier sessions knew of a folder. */
  load(root: string): Promise<void> {
    // Whoever asks while it is read waits for it as well.
    const loading = this.#loading.get(root) ?? this.#read(root);
    this.#loading.set(root, loading);
    return loading;
  }

  async #read(root: string): Promise<void> {
    const earlier = parse(await this.#platform.cache?.read(root, FILE));
    this.#known.set(root, joined(this.#of(root), earlier));
  }

  /** Those of a folder, and those in reviews that are open. */
  offered(root: string, open: readonly ReviewEntry[]): OfferedSource[] {
    const recorded = open.filter(({ sources }) => sources).sort((a, b) => (a.updated < b.updated ? 1 : -1));
    return joined(
      this.#of(root),
      recorded.flatMap(({ sources }) => sources ?? []),
    );
  }

  #of(root: string): readonly OfferedSource[] {
    return this.#known.get(root) ?? [];
  }

  used(root: string, sources: readonly OfferedSource[]): void {
    if (sources.length === 0) return;
    const now = joined(sources, this.#of(root)).slice(0, MOST);
    this.#known.set(root, now);
    void this.#platform.cache?.write(root, FILE, JSON.stringify(now));
  }
}

function parse(text: string | null | undefined): OfferedSource[] {
  try {
    const value: unknown = JSON.parse(text ?? '[]');
    const isSource = (one: unknown): one is OfferedSource =>
      typeof one === 'object' && one !== null && Object.values(one).every((field) => typeof field === 'string');
    return Array.isArray(value) ? value.filter(isSource) : [];
  } catch {
    return [];
  }
}
