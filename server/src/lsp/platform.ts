import type { Locale } from '../../../common/locale.ts';
import type { InitializationOptions } from '../../../common/protocol.ts';
import type { ProjectConfig } from '../config/project.ts';
import type { ReviewFiles } from '../review/files.ts';
import type { BackendChoice } from '../segment/backend.ts';
import type { LateSegmenter } from '../segment/late.ts';

/** What differs between Node and the browser. */
export interface Platform {
  readonly version: string;
  /** The system's language, where the client names none. */
  readonly locale: string | undefined;
  /** A segmenter that is not loaded yet; `wasm` as in `InitializationOptions`. */
  segmenter(choice: BackendChoice, wasm: InitializationOptions['wasm']): LateSegmenter;
  /** What `claimlens.config.json` lays down for a document. */
  project(uri: string): Project;
  /** To be waited for before a document of the workspace's `folders` is checked, where files cannot be read at once: then `project` knows. */
  lookForProject?(uri: string, folders: readonly string[]): Promise<void>;
  /** Files have changed: look again. */
  forgetProjects(): void;
  /** The article files of a folder, by URI; empty where files cannot be seen. */
  articles(folder: string): Promise<string[]>;
  /** The same for every spelling of a file's URI. */
  fileOf(uri: string): string;
  read(uri: string): Promise<string>;
  /** Of a file in a folder whose articles were asked for: changes whenever the file does; null where there is none. */
  stamp(uri: string): string | null;
  /** Tells one build of the analysis from another. */
  readonly build: string;
  /** Where reviews are kept; missing where files cannot be written. */
  readonly reviews?: ReviewFiles;
  /** Texts kept for the next time, by folder; missing where nothing can be kept. */
  readonly cache?: Cache;
  /** How much text is open now, in UTF-16 units: memory may be held on to in proportion. */
  holds?(units: number): void;
  /** Runs a task after messages and input that wait already. */
  later(task: () => void): void;
}

/** A text may be gone or old at any time; what cannot be read or written is as if it were not there. */
export interface Cache {
  read(folder: string, name: string): Promise<string | null>;
  write(folder: string, name: string, text: string): Promise<void>;
}

export interface Project {
  readonly config: ProjectConfig;
  /** True when the patterns of the file leave the document out. */
  readonly excluded: boolean;
  /** Where the file cannot be read at all: a sentence that says which, and why. */
  readonly unreadable?: (locale: Locale) => string;
}
