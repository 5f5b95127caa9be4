/**
 * What was chosen in the finder, and which actors it keeps: the same rule as plugins/needs/finder.py.
 *
 * An actor is { facet: Set of its own values }; a choice is { value, accepts: [values that satisfy it] };
 * chosen is { facet: [choices] }. Two choices of one facet add up, two facets narrow each other.
 */

/** Whether an actor has, in a facet, one of the values that a choice accepts. */
export function satisfies(actor, facet, choice) {
  return choice.accepts.some((value) => actor[facet]?.has(value));
}

/** Whether every facet where something is chosen keeps the actor; `except` leaves one out. */
export function keeps(actor, chosen, except = null) {
  return Object.entries(chosen).every(
    ([facet, choices]) => facet === except || !choices.length || choices.some((choice) => satisfies(actor, facet, choice)),
  );
}

/** How many actors a choice would show, the choices of the other facets kept. */
export function count(actors, chosen, facet, choice) {
  return actors.filter((actor) => satisfies(actor, facet, choice) && keeps(actor, chosen, facet)).length;
}

/** Rank of the first value that a choice accepts among an actor's own; `accepts.length` when there is none. */
function nearest(values, { accepts }) {
  const rank = accepts.findIndex((value) => values.includes(value));
  return rank < 0 ? accepts.length : rank;
}

/**
 * The actors in the order in which they are shown: those of the chosen place first, the nearest of them before; then in
 * the order of the doors of the need, when one is chosen; then those of the chosen public before those of everybody;
 * else as they came, which is that of the relay.
 */
export function ordered(actors, { territoire = [], besoin = [], public: publics = [] }) {
  const [place] = territoire;
  const need = besoin.length === 1 && besoin[0].value;
  const keys = actors.map(({ valeurs, rangs }) => [
    place ? nearest(valeurs.territoire ?? [], place) : 0,
    rangs?.[need] ?? Number.MAX_SAFE_INTEGER,
    publics.length ? Math.min(...publics.map((one) => nearest(valeurs.public ?? [], one))) : 0,
  ]);
  const order = actors.map((_, rank) => rank);
  const first = ([a0, a1, a2], [b0, b1, b2]) => a0 - b0 || a1 - b1 || a2 - b2;
  order.sort((a, b) => first(keys[a], keys[b]) || a - b);
  return order.map((rank) => actors[rank]);
}

/** Where more than half of the actors of a chosen place act, told once; null when there is no such place. */
export function commonPlace(actors, { territoire: [place] = [] }) {
  const counts = new Map();
  for (const { valeurs } of place ? actors : []) {
    const value = place.accepts[nearest(valeurs.territoire ?? [], place)];
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].find(([, number]) => number * 2 > actors.length)?.[0] ?? null;
}

// Facets whose values are told as reasons, in this order; a role and a family stand on the card itself.
const TOLD = ["besoin", "public", "territoire"];

/** Why an actor is kept: { facet, value } for each of its own values that a choice accepts; of a place the nearest, unless it is the `common` one. */
export function reasons(values, chosen, common = null) {
  return TOLD.flatMap((facet) => {
    const own = values[facet] ?? [];
    const met =
      facet === "territoire"
        ? (chosen.territoire ?? [])
            .flatMap((place) => place.accepts[nearest(own, place)] ?? [])
            .filter((value) => value !== common)
        : own.filter((value) => chosen[facet]?.some(({ accepts }) => accepts.includes(value)));
    return met.map((value) => ({ facet, value }));
  });
}

/** « ?besoin=…&role=… » → { facet: [choices] }; what is unknown is left out, so that an old link still shows something. */
export function read(search, facets) {
  const given = new URLSearchParams(search);
  return Object.fromEntries(
    facets.map(({ code, choices }) => {
      const wanted = new Set(given.getAll(code));
      return [code, choices.filter(({ value }) => wanted.has(value))];
    }),
  );
}

/** The other way; nothing chosen is an address without a query. */
export function write(chosen) {
  const made = new URLSearchParams();
  for (const [facet, choices] of Object.entries(chosen)) for (const { value } of choices) made.append(facet, value);
  const query = made.toString();
  return query ? `?${query}` : "";
}
