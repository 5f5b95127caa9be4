/**
 * The search of several committees at once: as `Moteur`, once what asks them together has come (federe.js).
 */
import { Depot } from "./depot.js";
import { Terms } from "./index_partiel.js";
import { Moteur } from "./moteur.js";
import { stem } from "./racine.js";

export class MoteurDesComites {
  /**
   * @param {Function} load as `Depot` takes it; @param {string} entry the first file of the common index.
   * @param {{later: () => Promise<object>, committees: () => Promise<object>}} parts what is fetched when it is wanted: `suite.js`
   *   and `comites.js` of the theme.
   */
  constructor(load, entry, { later, committees }) {
    Object.assign(this, { load, entry, later, committees });
  }

  async #engine() {
    if (!this.made) {
      const { federatedDepot, federatedTerms } = await this.committees();
      const depot = new (federatedDepot(Depot))(this.load, this.entry);
      this.made ??= new Moteur(depot, { terms: new (federatedTerms(Terms, stem))(depot), later: this.later });
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
