import type { Connection } from 'vscode-languageserver';
import { DidChangeConfigurationNotification } from 'vscode-languageserver';
import { defaultSettings, SETTINGS, type Settings } from '../../../common/settings.ts';
import type { Client } from './client.ts';
import { patiently } from './patiently.ts';

const SECTION = 'claimlens';
/** A client that promises answers and gives none must not keep the articles waiting. */
const PATIENCE_MS = 1000;

/** The settings as the client has them, kept up to date; in a workspace of several folders each may have its own. */
export class SettingsStore {
  /** Those of the window, and of files that lie in no folder. */
  current: Settings;
  #ofFolders: readonly { readonly folder: string; readonly settings: Settings }[] = [];
  /** Settled when the client has been asked once. */
  ready: Promise<void> = Promise.resolve();
  readonly #connection: Connection;
  readonly #client: Client;
  readonly #changed: () => void;

  constructor(connection: Connection, client: Client, changed: () => void) {
    this.#connection = connection;
    this.#client = client;
    this.#changed = changed;
    this.current = readSettings(client.options.settings);
  }

  /** To be called when the client is initialized. */
  start(): void {
    if (this.#client.registersConfiguration) {
      void this.#connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION }).catch(() => undefined);
    }
    if (this.#client.asksConfiguration) this.ready = this.#ask();
  }

  /** What holds for a file or a folder. */
  of(uri: string): Settings {
    return this.#ofFolders.find(({ folder }) => uri === folder || uri.startsWith(`${folder}/`))?.settings ?? this.current;
  }

  /** Folders came or went. */
  async foldersChanged(): Promise<void> {
    if (this.#client.asksConfiguration) await this.#ask();
    this.#changed();
  }

  /** `workspace/didChangeConfiguration`: ask again, or take what the client sent along. */
  async change(sent: unknown): Promise<void> {
    if (this.#client.asksConfiguration) await this.#ask();
    else if (isRecord(sent)) this.current = readSettings(isRecord(sent[SECTION]) ? sent[SECTION] : sent);
    this.#changed();
  }

  async #ask(): Promise<void> {
    const folders = this.#client.folders.map((folder) => folder.replace(/\/$/, ''));
    const items = [{ section: SECTION }, ...folders.map((scopeUri) => ({ section: SECTION, scopeUri }))];
    const taken = this.#connection.workspace.getConfiguration(items).then(
      (answer) => {
        this.#take(answer, folders);
        return true;
      },
      () => false,
    );
    // An answer that comes late counts all the same.
    await patiently(taken, PATIENCE_MS, (late) => {
      if (late) this.#changed();
    });
  }

  #take([ofWindow, ...others]: readonly unknown[], folders: readonly string[]): void {
    this.current = readSettings(ofWindow);
    // A folder inside another comes first.
    this.#ofFolders = folders
      .map((folder, i) => ({ folder, settings: readSettings(others[i]) }))
      .sort((a, b) => b.folder.length - a.folder.length);
  }
}

/** Settings from what a client sent, nested or with dotted keys; what has the wrong type keeps its default. */
export function readSettings(sent: unknown): Settings {
  const settings = defaultSettings();
  if (!isRecord(sent)) return settings;
  const target = settings as unknown as Record<string, unknown>;
  for (const [key, spec] of Object.entries(SETTINGS)) {
    const value = lookup(sent, key);
    if (value === undefined || value === null || !matches(value, spec.type)) continue;
    const known = 'enum' in spec ? spec.enum?.map(([name]) => name) : undefined;
    if (known && !known.includes(value as string)) continue;
    target[key] = value;
  }
  return settings;
}

function lookup(record: Record<string, unknown>, key: string): unknown {
  if (key in record) return record[key];
  const dot = key.indexOf('.');
  const inner = dot < 0 ? undefined : record[key.slice(0, dot)];
  return isRecord(inner) ? lookup(inner, key.slice(dot + 1)) : undefined;
}

function matches(value: unknown, type: string): boolean {
  if (type === 'array') return Array.isArray(value) && value.every((item) => typeof item === 'string');
  if (type === 'object') return isRecord(value);
  return type === 'number' ? Number.isFinite(value) : typeof value === type;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
