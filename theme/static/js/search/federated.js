/**
 * The index of several committees, asked as one: the twins of `plugins/search/common_index.py`.
 *
 * A term is looked up in the bucket that its hash names; there, each committee says what it knows of it, with its own numbers
 * of documents. What is shown of a page comes from its committee. It is fetched where there are several (committees.js).
 */
import { decodePlaces, decodePostings } from "./decoding.js";

// Which build the pieces say to be of: their folder says it.
const ANY_BUILD = "0";

/** The bucket of a term among `count`, a power of two: FNV-1a over UTF-16 code units; a whole name stands beside its first word. */
export function bucket(term, count) {
  const said = term.endsWith("=") ? term.slice(0, -1).split("_")[0] : term;
  let found = 2_166_136_261;
  for (let at = 0; at < said.length; at += 1) found = Math.imul(found ^ said.charCodeAt(at), 16_777_619);
  return ((found ^ (found >>> 16)) >>> 0) & (count - 1);
}

/** @param {typeof import("./store.js").Store} Store that of a site, which the page has already. */
export const federatedStore = (Store) =>
  class FederatedStore extends Store {
    constructor(load, entry) {
      super(load, entry);
      this.committees = new Map();
      const { receive } = this;
      // A script does not say for whom it came: each takes what is of its build.
      this.receive = (build, pieces) => {
        receive(build === ANY_BUILD ? this.build : build, pieces);
        for (const store of this.committees.values()) if (store.build === build) store.receive(build, pieces);
      };
    }

    async piece(name) {
      const [kind, number] = name.split("/");
      if (kind !== "fiches") return super.piece(name);
      const { rank, page, prefix, committee, build } = await this.#committee(Number(number));
      const [[url, ...shown], sections] = build
        ? await this.#store(rank, prefix, build).piece(`fiches/${page}`)
        : await super.piece(`fiches/${rank}-${page}`);
      return [[prefix + url, ...shown, committee], sections];
    }

    /** Whose a page of the common index is, and its number there. */
    async #committee(number) {
      const { comites } = await this.manifest();
      let page = number;
      let rank = 0;
      while (page >= comites[rank][3]) {
        page -= comites[rank][3];
        rank += 1;
      }
      const [prefix, committee, build] = comites[rank];
      return { rank, page, prefix, committee, build };
    }

    #store(rank, prefix, build) {
      if (!this.committees.has(rank)) {
        const load = (file) => this.load(`../../${prefix}recherche/index/${file}`, this.receive);
        this.committees.set(rank, new Store(load, "", build));
      }
      return this.committees.get(rank);
    }
  };

/** @param {typeof import("./partial_index.js").Terms} Terms those of a site; @param {Function} stem of `stem.js`. */
export const federatedTerms = (Terms, stem) =>
  class FederatedTerms extends Terms {
    rank(term) {
      return bucket(term, this.manifest.seaux);
    }

    /** Acronyms stand beside their stem, which is what a question looks up. */
    rankOfAcronym(key) {
      return this.rank(key.endsWith("=") ? key : stem(key));
    }

    placed([term, ...said]) {
      return [term, said];
    }

    /** The number of the first document of each committee. */
    get firsts() {
      if (!this.known) {
        const { comites, pages } = this.manifest;
        let page = 0;
        let document = 0;
        this.known = comites.map(([, , , count]) => {
          const first = document;
          for (const last = page + count; page < last; page += 1) document += pages[page];
          return first;
        });
      }
      return this.known;
    }

    decodedPosting(said) {
      const found = this.manifest.champs.map(() => new Map());
      for (const [first, fields] of this.#apart(said))
        for (const [rank, coded] of fields.entries())
          for (const [document, own] of decodePostings(coded, this.manifest)) found[rank].set(first + document, own);
      return found;
    }

    decodedPlaces(said, documents) {
      const found = new Map();
      const starts = [...this.#apart(said)];
      for (const [number, [first, coded]] of starts.entries()) {
        const next = starts[number + 1]?.[0] ?? Number.POSITIVE_INFINITY;
        const own = documents.filter((document) => document >= first && document < next);
        for (const [document, places] of decodePlaces(coded, own)) found.set(document, places);
      }
      return found;
    }

    /** Committee by committee: the number of its first document, and what it says. */
    *#apart(said) {
      for (let at = 0; at < said.length; at += 2) yield [this.firsts[said[at]], said[at + 1]];
    }
  };
