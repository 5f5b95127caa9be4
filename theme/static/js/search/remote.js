/**
 * The words of one question, looked up by a search engine instead of the pieces of the index: the same questions are answered
 * to the same ranking (ranking.js), so that a page has the rank that the site itself would give it.
 *
 * The engine names, for each word, how many records hold it and the best of them; the best of all are then read.
 */
import { READ } from "./engines.js";

/** @param {typeof import("./partial_index.js").Terms} Terms those of the site, which the page has already. */
export const remote = (Terms) =>
  class RemoteTerms extends Terms {
    /**
     * @param {import("./store.js").Store} depot where the pieces of the index are: the manifest is all that is taken from them.
     * @param {object} engine one of `ENGINES`.
     * @param {{sigles: object}} head of its records.
     * @param {Map} words what is known of words from the questions before.
     * @param {import("./engines.js").Patience} patience how long the question may still wait.
     */
    constructor(store, engine, head, words, patience) {
      super(store);
      Object.assign(this, { engine, head, words, patience, postings: new Map(), standing: new Map() });
    }

    async load(terms) {
      this.manifest ??= await this.store.manifest();
      const asked = [...new Set(terms)].filter((term) => !this.words.has(term));
      if (!asked.length) return;
      for (const [word, found] of await this.engine.known(asked, this.patience)) this.words.set(word, found);
    }

    has(term) {
      return (this.words.get(term)?.count ?? 0) > 0;
    }

    acronyms(key) {
      return Object.hasOwn(this.head.sigles, key) ? this.head.sigles[key] : [];
    }

    /** Reads the records that answer best, once all that may stand for the words of the question is known. */
    async settle(terms) {
      const wanted = [...new Set(terms)].filter((term) => this.has(term));
      const worth = new Map();
      for (const term of wanted) {
        const { count, ids } = this.words.get(term);
        const rarity = Math.log(1 + this.manifest.documents / count);
        for (const [rank, id] of ids.entries()) worth.set(id, (worth.get(id) ?? 0) + rarity * (1 - rank / (2 * ids.length)));
      }
      const best = [...worth].sort((a, b) => b[1] - a[1]).slice(0, READ);
      const ids = best.map(([id]) => id);
      const first = [0];
      for (const size of this.manifest.pages) first.push(first.at(-1) + size);
      for (const record of ids.length ? await this.engine.read(ids, wanted, this.patience) : []) {
        if (!(record.section < this.manifest.pages[record.page])) throw new Error("moteur : une page que ce site n’a pas");
        this.#take(record, first[record.page] + record.section, wanted);
      }
      this.found.clear();
    }

    #take({ occurrences, longueurs }, document, wanted) {
      for (const term of wanted) {
        if (!Object.hasOwn(occurrences, term)) continue;
        const [places, ...fields] = occurrences[term];
        if (!this.postings.has(term))
          this.postings.set(
            term,
            this.manifest.champs.map(() => new Map()),
          );
        for (let at = 0; at < fields.length; at += 2) {
          const rank = fields[at];
          this.postings.get(term)[rank].set(document, { times: fields[at + 1], length: longueurs[rank] });
        }
        if (!this.standing.has(term)) this.standing.set(term, new Map());
        this.standing.get(term).set(document, places);
      }
    }

    posting(term) {
      return this.postings.get(term) ?? this.manifest.champs.map(() => new Map());
    }

    places(term) {
      return this.standing.get(term) ?? new Map();
    }

    /** Which part of the records that hold these terms was read. */
    seen(terms) {
      const held = (term) => this.words.get(term)?.count ?? 0;
      const all = terms.reduce((sum, term) => sum + held(term), 0);
      const read = terms.reduce((sum, term) => sum + this.documents(term).size, 0);
      return read ? Math.min(1, read / all) : 1;
    }
  };
