/**
 * Ranked pages and what is known of each come in; the choices that narrow them, with counts, go out.
 */

/** In the order in which they are shown: code of the index, name in the address, words. */
export const FACETS = [
  ["kind", "genre", "Genre de page"],
  ["family", "famille", "Famille d’acteurs"],
  ["role", "role", "Rôle"],
  ["publics", "public", "Public"],
  ["year", "annee", "Année"],
];

export class Facettes {
  /** @param {object} piece the piece `facettes`: code → [values, ranks of each page]. */
  constructor(piece) {
    this.piece = piece;
  }

  #values(code, page) {
    const [values, ranks] = this.piece[code];
    return ranks[page].map((rank) => values[rank]);
  }

  /** Whether a page has one of the chosen values of every facet where some are chosen, `except` one. */
  keeps(page, chosen, except = null) {
    return FACETS.every(([code, name]) => {
      const wanted = chosen[name] ?? [];
      return name === except || !wanted.length || this.#values(code, page).some((value) => wanted.includes(value));
    });
  }

  /**
   * The facets that have a choice to offer: [{name, label, values: [{value, count, chosen}]}].
   * A count says how many pages a value would show, the choices of the other facets kept.
   */
  counts(results, chosen) {
    return FACETS.map(([code, name, label]) => {
      const found = new Map((chosen[name] ?? []).map((value) => [value, 0]));
      for (const { page } of results) {
        if (!this.keeps(page, chosen, name)) continue;
        for (const value of this.#values(code, page)) found.set(value, (found.get(value) ?? 0) + 1);
      }
      const values = [...found].map(([value, number]) => ({
        value,
        count: number,
        chosen: (chosen[name] ?? []).includes(value),
      }));
      values.sort((a, b) => b.count - a.count || a.value.localeCompare(b.value, "fr"));
      return { name, label, values };
    }).filter(({ values }) => values.length > 1 || values.some(({ chosen: own }) => own));
  }
}
