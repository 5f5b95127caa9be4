/**
 * The search of several committees at once: as `Engine`, once what asks them together has come (federated.js).
 */

import { Engine } from "./engine.js";
import { Terms } from "./partial_index.js";
import { stem } from "./stem.js";
import { Store } from "./store.js";

export class EngineOfCommittees {
  /**
   * @param {Function} load as `Store` takes it; @param {string} entry the first file of the common index.
   * @param {{later: () => Promise<object>, committees: () => Promise<object>}} parts what is fetched when it is wanted: `later.js`
   *   and `committees.js` of the theme.
   */
  constructor(load, entry, { later, committees }) {
    Object.assign(this, { load, entry, later, committees });
  }

  async #engine() {
    if (!this.made) {
      const { federatedStore, federatedTerms } = await this.committees();
      const store = new (federatedStore(Store))(this.load, this.entry);
      this.made ??= new Engine(store, { terms: new (federatedTerms(Terms, stem))(store), later: this.later });
    }
    return this.made;
  }

  async open() {
    return (await this.#engine()).open();
  }

  async search(typed, options) {
    return (await this.#engine()).search(typed, options);
  }

  async head(number) {
    return (await this.#engine()).head(number);
  }

  async card(number) {
    return (await this.#engine()).card(number);
  }

  async facets() {
    return (await this.#engine()).facets();
  }
}
