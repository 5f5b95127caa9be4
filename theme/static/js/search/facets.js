/**
 * Ranked pages and what is known of each come in; the choices that narrow them, with counts, go out.
 */
import { fold } from "./characters.js";
import { FACETS } from "./state.js";

// A site of one committee has no choice among them.
const NONE = [[], []];

export class Facets {
  /**
   * @param {object} piece the piece `facettes`: code → [values, ranks of each page].
   * @param {object?} times the piece `temps`, which knows of what kind each section of the minutes is.
   */
  constructor(piece, times = null) {
    this.piece = piece;
    this.items = new Map();
    for (const [word, pages] of Object.values(times?.genres ?? {}))
      for (const [page, ...sections] of word ? pages : [])
        for (const section of sections) this.items.set(`${page}.${section}`, word);
  }

  #values(code, result) {
    if (code === "items") return [...new Set(this.#sections(result).map(([word]) => word))];
    const [values, ranks] = this.piece[code] ?? NONE;
    return (ranks[result.page] ?? []).map((rank) => values[rank]);
  }

  /** [word, section] of each entry of the minutes in which a result stands, the best first. */
  #sections({ page, documents }) {
    return [...(documents?.values() ?? [])]
      .sort((a, b) => b.score - a.score)
      .map(({ section }) => [this.items.get(`${page}.${section}`), section])
      .filter(([word]) => word);
  }

  /** Whether a result has one of the chosen values of every facet where some are chosen, `except` one. */
  keeps(result, chosen, except = null) {
    return FACETS.every(([code, name]) => {
      const wanted = chosen[name] ?? [];
      return name === except || !wanted.length || this.#values(code, result).some((value) => wanted.includes(value));
    });
  }

  /** The results that the choices keep, each at the entry that was chosen. */
  narrowed(results, chosen) {
    const kept = results.filter((result) => this.keeps(result, chosen));
    if (!chosen.element?.length) return kept;
    return kept.map((result) => ({
      ...result,
      section: this.#sections(result).find(([word]) => chosen.element.includes(word))[1],
    }));
  }

  /**
   * The facets that have a choice to offer: [{name, label, values: [{value, count, chosen}]}].
   * A count says how many pages a value would show, the choices of the other facets kept.
   */
  counts(results, chosen) {
    return FACETS.map(([code, name, label]) => {
      const found = new Map((chosen[name] ?? []).map((value) => [value, 0]));
      for (const result of results) {
        if (!this.keeps(result, chosen, name)) continue;
        for (const value of this.#values(code, result)) found.set(value, (found.get(value) ?? 0) + 1);
      }
      const values = [...found].map(([value, number]) => ({
        value,
        count: number,
        chosen: (chosen[name] ?? []).includes(value),
      }));
      // Years are read in order, what else there is by how much of it there is.
      if (code === "year") values.sort((a, b) => inOrder(b.value, a.value));
      else values.sort((a, b) => b.count - a.count || inOrder(fold(a.value), fold(b.value)));
      return { name, label, values };
    }).filter(({ values }) => values.length > 1 || values.some(({ chosen: own }) => own));
  }
}

// Not the order that a browser knows of a language: it reads all of it before it compares two words (see `count`).
export const inOrder = (one, other) => Number(one > other) - Number(one < other);
