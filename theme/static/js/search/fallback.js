/**
 * The search with another engine, and without it: when it does not answer, is slow, refuses the key or holds another site,
 * the question is answered by the site itself, and the engine is left alone for a while.
 *
 * Spelling, needs, what is asked in time, cards and facets stay those of the site: their pieces do not grow with it.
 */

import { Engine } from "./engine.js";
import { Terms } from "./partial_index.js";

// Milliseconds before an engine that failed is asked again.
const REST = 30_000;

export class EngineWithFallback {
  /**
   * @param {import("./store.js").Store} depot where the pieces of the index are.
   * @param {{type: string, adresse: string, collection: string, cle: string, limite: number}} named the engine; `limite` is how
   *   many milliseconds a question waits for it.
   * @param {{later: () => Promise<object>, engines: () => Promise<object>}} parts what is fetched when it is wanted: `later.js` and
   *   `engines.js` of the theme.
   */
  constructor(store, named, { later, engines }) {
    Object.assign(this, { store, named, engines, site: new Engine(store, { later }), words: new Map(), rested: 0 });
  }

  /** Fetches what every query needs; the engine is met at the first question. */
  open() {
    return this.site.open();
  }

  /** As `Engine.search`; `by` says who answered, « moteur » or « site ». */
  async search(typed, options) {
    await this.open();
    if (Date.now() >= this.rested) {
      try {
        return { ...(await this.#asked(typed, options)), by: "moteur" };
      } catch {
        this.rested = Date.now() + REST;
      }
    }
    return { ...(await this.site.search(typed, options)), by: "site" };
  }

  async #asked(typed, options) {
    const { ENGINES, Patience, remote } = await this.engines();
    const patience = new Patience(this.named.limite);
    this.engine ??= new ENGINES[this.named.type](this.named, this.store.build);
    this.known ??= await this.engine.head(this.site.manifest.documents, patience);
    this.Terms ??= remote(Terms);
    const terms = new this.Terms(this.store, this.engine, this.known, this.words, patience);
    return new Engine(this.store, { terms, like: this.site }).search(typed, options);
  }

  head(number) {
    return this.site.head(number);
  }

  card(number) {
    return this.site.card(number);
  }

  facets() {
    return this.site.facets();
  }
}
