import type { Settings } from '../../../common/settings.ts';
import { RulesFactory } from '../config/rules.ts';
import { t } from '../features/messages.ts';
import type { LateSegmenter } from '../segment/late.ts';
import type { Server } from './server.ts';

type Choice = Settings['segmenter'];

/** The segmenter that the settings ask for, loaded once and late, and the rules that are made with it. */
export class Segmenting {
  readonly #server: Pick<Server, 'platform' | 'client' | 'connection'>;
  /** To be told when it is there: what was checked without it is to be checked anew. */
  readonly #loaded: () => void;
  #choice: Choice;
  #segmenter: LateSegmenter;
  #factory: RulesFactory;
  #loading = false;

  constructor(server: Pick<Server, 'platform' | 'client' | 'connection'>, choice: Choice, loaded: () => void) {
    this.#server = server;
    this.#loaded = loaded;
    this.#choice = choice;
    this.#segmenter = this.#made();
    this.#factory = new RulesFactory(this.#segmenter);
  }

  get factory(): RulesFactory {
    return this.#factory;
  }

  /** The setting may have changed. */
  choose(choice: Choice): void {
    if (choice === this.#choice) return;
    this.#segmenter.dispose();
    this.#choice = choice;
    this.#segmenter = this.#made();
    this.#factory = new RulesFactory(this.#segmenter);
    this.#loading = false;
  }

  /** The segmenter's name once it is there; null where none can be had. */
  async ready(): Promise<string | null> {
    this.start();
    return (await this.#segmenter.load()).name;
  }

  /** After the first provisional analysis, so that nobody waits for the dictionary. */
  start(): void {
    if (this.#loading) return;
    this.#loading = true;
    const segmenter = this.#segmenter;
    void segmenter.load().then(({ name, reason }) => {
      if (segmenter !== this.#segmenter) return;
      const { client, connection } = this.#server;
      if (name === null) connection.console.warn(t(client.locale, 'segmenter.none', { reason: reason ?? '' }));
      else if (reason !== null) connection.console.info(t(client.locale, 'segmenter.fallback', { reason }));
      else connection.console.info(t(client.locale, 'segmenter.loaded', { name }));
      if (name !== null) this.#loaded();
    });
  }

  dispose(): void {
    this.#segmenter.dispose();
  }

  #made(): LateSegmenter {
    const { platform, client } = this.#server;
    return platform.segmenter(this.#choice, client.options.wasm);
  }
}
