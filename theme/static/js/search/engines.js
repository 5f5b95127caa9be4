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

/** How long a question waits for an engine, all its answers together; what the site itself loads meanwhile is not counted. */
export class Patience {
  constructor(milliseconds) {
    this.left = milliseconds;
  }

  /** @param {(signal: AbortSignal) => Promise} ask is told to end, and is not waited for, once nothing is left. */
  async wait(ask) {
    const ended = new AbortController();
    const since = performance.now();
    let timer;
    const late = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error("moteur : trop long")), Math.max(0, this.left));
    });
    try {
      return await Promise.race([ask(ended.signal), late]);
    } finally {
      clearTimeout(timer);
      ended.abort();
      this.left -= performance.now() - since;
    }
  }
}

const answer = (url, body, patience) => patience.wait((signal) => post(url, body, signal));

async function post(url, body, signal) {
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

  async #ask(searches, patience) {
    const own = searches.map((search) => ({ collection: this.collection, highlight_fields: "none", ...search }));
    const { results } = await answer(this.url, { searches: own }, patience);
    for (const { error } of results) if (error) throw new Error(`moteur : ${error}`);
    return results;
  }

  async head(documents, patience) {
    const [{ hits }] = await this.#ask([{ q: "*", filter_by: "id:=index", per_page: 1 }], patience);
    return sound(JSON.parse(hits[0]?.document.tete ?? "null"), this.build, documents);
  }

  /** Map of word → {count, ids}. */
  async known(words, patience) {
    const found = new Map();
    for (let first = 0; first < words.length; first += AT_ONCE) {
      const some = words.slice(first, first + AT_ONCE);
      const results = await this.#ask(some.map(exactly), patience);
      for (const [rank, { found: count, hits }] of results.entries())
        found.set(some[rank], { count, ids: hits.map(({ document }) => document.id) });
    }
    return found;
  }

  /** What records say: [{page, section, occurrences, longueurs}]. */
  async read(ids, _words, patience) {
    const [{ hits }] = await this.#ask(
      [
        {
          q: "*",
          filter_by: `id:[${ids.join(",")}]`,
          per_page: ids.length,
          include_fields: "page,section,occurrences,longueurs",
        },
      ],
      patience,
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
export class Gateway {
  constructor({ adresse, collection }, build) {
    this.build = build;
    this.url = `${adresse}/${collection}/${build}`;
  }

  async head(documents, patience) {
    return sound(await answer(`${this.url}/index`, {}, patience), this.build, documents);
  }

  async known(words, patience) {
    const found = await answer(`${this.url}/mots`, { mots: words, limite: LISTED }, patience);
    return new Map(found.map(([word, count, ids]) => [word, { count, ids }]));
  }

  read(ids, words, patience) {
    return answer(`${this.url}/sections`, { sections: ids, mots: words }, patience);
  }
}

export const ENGINES = { typesense: Typesense, postgres: Gateway };
