/**
 * Terms come in, a `lunr.Index` made of these terms alone goes out.
 *
 * In lunr the score of a field is dot(query, vector) / ‖query‖: only the terms of the query weigh in
 * it, so a partial index ranks exactly as the whole one, scores included (`tests/js/` compares them).
 */
import lunr from "lunr";
import { decodePlaces, decodePostings } from "./decoding.js";

export class Terms {
  constructor(store) {
    this.store = store;
    this.ranges = new Map();
    this.decoded = new Map();
    this.found = new Map();
  }

  /** Loads what is known of some terms, in as few pieces as they stand in. Positions only when asked. */
  async load(terms, { places = false } = {}) {
    this.manifest ??= await this.store.manifest();
    const wanted = new Set(terms.map((term) => this.rank(term)));
    await Promise.all(
      [...wanted].flatMap((rank) => {
        if (!this.ranges.has(rank)) this.ranges.set(rank, {});
        const range = this.ranges.get(rank);
        const postings = range.postings
          ? null
          : this.store.piece(`termes/${rank}`).then(([entries, acronyms]) => {
              Object.assign(range, { postings: new Map(entries.map(([term, ...fields]) => [term, fields])), acronyms });
            });
        const positions =
          !places || range.places
            ? null
            : this.store.piece(`places/${rank}`).then(
                (entries) => {
                  Object.assign(range, { places: new Map(entries.map(this.placed)), decoded: new Map() });
                },
                // Without positions nothing is known to be near; what holds the words is found all the same.
                () => {},
              );
        return [postings, positions];
      }),
    );
  }

  /** The rank of the piece in which a term stands, if it does. */
  rank(term) {
    return rangeOf(this.manifest.termes, term);
  }

  /** The same of what an acronym stands for, or of an expansion. */
  rankOfAcronym(key) {
    return this.rank(key);
  }

  #range(term) {
    return this.ranges.get(this.rank(term));
  }

  /** An entry of places: the term, and what is said of it. */
  placed(entry) {
    return entry;
  }

  /** All that a question may ask is known: what is left to be fetched is, before it is ranked. Here, nothing is. */
  async settle() {}

  /** Which part of what holds these terms is known here: all of it. */
  seen() {
    return 1;
  }

  has(term) {
    return this.#range(term)?.postings?.has(term) ?? false;
  }

  /** What an acronym stands for (lists of stems), or the acronyms of an expansion, `stem_stem=`. */
  acronyms(key) {
    const known = this.ranges.get(this.rankOfAcronym(key))?.acronyms ?? {};
    return Object.hasOwn(known, key) ? known[key] : [];
  }

  /** For each field, Map of document → {times, length} of a term. */
  posting(term) {
    if (!this.decoded.has(term)) {
      this.decoded.set(term, this.decodedPosting(this.#range(term)?.postings?.get(term) ?? []));
    }
    return this.decoded.get(term);
  }

  decodedPosting(fields) {
    return this.manifest.champs.map((_, rank) => decodePostings(fields[rank], this.manifest));
  }

  /** The documents that hold a term, in any field. */
  documents(term) {
    return new Set(this.posting(term).flatMap((documents) => [...documents.keys()]));
  }

  /** Map of document → positions of a term in it. */
  places(term) {
    const range = this.#range(term);
    range.decoded ??= new Map();
    if (!range.decoded.has(term)) {
      const documents = [...this.documents(term)].sort((a, b) => a - b);
      range.decoded.set(term, this.decodedPlaces(range.places?.get(term) ?? [], documents));
    }
    return range.decoded.get(term);
  }

  decodedPlaces(coded, documents) {
    return decodePlaces(coded, documents);
  }

  /**
   * What lunr finds for these terms, every one optional: [{document, score, fields}], the fields of the first one.
   * Remembered: from one key to the next, most words are the same.
   * One programmatic query, no pipeline, no wildcard, and never lunr's parser.
   */
  matches(stems) {
    const key = stems.join(" ");
    if (!this.found.has(key)) {
      const results = this.index(stems).query((query) => {
        for (const stem of stems) query.term(stem, { usePipeline: false });
      });
      this.found.set(
        key,
        results.map(({ ref, score, matchData }) => ({
          document: Number(ref),
          score,
          fields: Object.keys(matchData.metadata[stems[0]] ?? {}),
        })),
      );
    }
    return this.found.get(key);
  }

  /** A lunr index of these terms alone; those that the site does not hold are left out. */
  index(terms) {
    const { champs, documents, k1, b } = this.manifest;
    const known = [...new Set(terms)].filter((term) => this.has(term)).sort();
    const invertedIndex = Object.create(null);
    const elements = new Map();
    known.forEach((term, number) => {
      const posting = this.posting(term);
      const holding = posting.reduce((sum, found) => sum + found.size, 0) / this.seen([term]);
      const idf = Math.log(1 + Math.abs((documents - holding + 0.5) / (holding + 0.5)));
      const entry = { _index: number };
      invertedIndex[term] = entry;
      posting.forEach((found, rank) => {
        const [name, boost, average] = champs[rank];
        entry[name] = Object.create(null);
        for (const [document, { times, length }] of found) {
          const score = (idf * ((k1 + 1) * times)) / (k1 * (1 - b + b * (length / average)) + times);
          const reference = `${name}/${document}`;
          if (!elements.has(reference)) elements.set(reference, []);
          elements.get(reference).push(number, Math.round(score * boost * 1000) / 1000);
          entry[name][document] = Object.create(null);
        }
      });
    });
    const fieldVectors = Object.create(null);
    for (const [reference, vector] of elements) fieldVectors[reference] = new lunr.Vector(vector);
    const fields = champs.map(([name]) => name);
    const tokenSet = lunr.TokenSet.fromArray(known);
    // No pipeline: terms are stems already. Of lunr, nothing may be called here that `plugins/assets/lean.py` leaves out.
    return new lunr.Index({ invertedIndex, fieldVectors, tokenSet, fields });
  }
}

/** The rank of the range that a term stands in: the last that does not begin after it. */
export function rangeOf(starts, term) {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle] <= term) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
