/**
 * What is asked of a search engine, each in its own words: which records hold a word, and what some records say of words.
 *
 * `plugins/search/engine_records.py` says what a record is. An engine is asked with `POST` and plain text: a browser then
 * asks it nothing beforehand. Whatever it answers but what is wanted is an error: the site then answers by itself.
 */

// Records named for one word, the best by fields first; those that are looked at closely, of a whole question.
export const LISTED = 60;
export const READ = 100;
const VERSION = 1;
// Typesense takes no more questions at once.
const AT_ONCE = 50;
const FIELDS = ["titre", "alias", "nom", "mots", "resume", "intertitre", "corps"];
const FIELD_WEIGHTS = "15,15,15,8,6,3,1";

async function answer(url, body, signal) {
  const response = await fetch(url, {
    method: "POST",
    body: JSON.stringify(body),
    signal,
    headers: { "Content-Type": "text/plain" },
  });
  if (!response.ok) throw new Error(`moteur : ${response.status}`);
  return response.json();
}

/** The head of the records, when they are those of this build, all there, and of a form that is known here. */
function sound(head, build, documents) {
  if (head?.version !== VERSION || head.construction !== build || head.documents !== documents)
    throw new Error("moteur : ce ne sont pas les pages de ce site");
  return head;
}

/** Typesense: a collection for each build, and its own way of asking several questions at once. */
export class Typesense {
  constructor({ adresse, collection, cle }, build) {
    this.collection = `${collection}_${build}`;
    this.build = build;
    this.url = `${adresse}/multi_search?x-typesense-api-key=${encodeURIComponent(cle)}`;
  }

  async #ask(searches, signal) {
    const own = searches.map((search) => ({ collection: this.collection, highlight_fields: "none", ...search }));
    const { results } = await answer(this.url, { searches: own }, signal);
    for (const { error } of results) if (error) throw new Error(`moteur : ${error}`);
    return results;
  }

  async head(documents, signal) {
    const [{ hits }] = await this.#ask([{ q: "*", filter_by: "id:=index", per_page: 1 }], signal);
    return sound(JSON.parse(hits[0]?.document.tete ?? "null"), this.build, documents);
  }

  /** Map of word → {count, ids}. */
  async known(words, signal) {
    const found = new Map();
    for (let first = 0; first < words.length; first += AT_ONCE) {
      const some = words.slice(first, first + AT_ONCE);
      const results = await this.#ask(some.map(exactly), signal);
      for (const [rank, { found: count, hits }] of results.entries())
        found.set(some[rank], { count, ids: hits.map(({ document }) => document.id) });
    }
    return found;
  }

  /** What records say: [{page, section, occurrences, longueurs}]. */
  async read(ids, _words, signal) {
    const [{ hits }] = await this.#ask(
      [
        {
          q: "*",
          filter_by: `id:[${ids.join(",")}]`,
          per_page: ids.length,
          include_fields: "page,section,occurrences,longueurs",
        },
      ],
      signal,
    );
    return hits.map(({ document }) => ({ ...document, occurrences: JSON.parse(document.occurrences) }));
  }
}

const exactly = (word) => ({
  q: word,
  query_by: FIELDS.map((name) => `champ_${name}`).join(","),
  query_by_weights: FIELD_WEIGHTS,
  num_typos: 0,
  prefix: false,
  drop_tokens_threshold: 0,
  typo_tokens_threshold: 0,
  per_page: LISTED,
  include_fields: "id",
});

/** PostgreSQL, behind the door of `docs/engines/door.py`. */
export class Porte {
  constructor({ adresse, collection }, build) {
    this.build = build;
    this.url = `${adresse}/${collection}/${build}`;
  }

  async head(documents, signal) {
    return sound(await answer(`${this.url}/index`, {}, signal), this.build, documents);
  }

  async known(words, signal) {
    const found = await answer(`${this.url}/mots`, { mots: words, limite: LISTED }, signal);
    return new Map(found.map(([word, count, ids]) => [word, { count, ids }]));
  }

  read(ids, words, signal) {
    return answer(`${this.url}/sections`, { sections: ids, mots: words }, signal);
  }
}

export const ENGINES = { typesense: Typesense, postgres: Porte };
