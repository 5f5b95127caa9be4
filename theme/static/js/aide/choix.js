/**
 * What was chosen in the finder, and which actors it keeps: the same rule as plugins/needs/helping.py.
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

// Facets whose values are told as reasons, in this order; a role and a family stand on the card itself.
const TOLD = ["besoin", "public", "territoire"];

/** Why an actor is kept: { facet, value } for each of its own values that one of the choices accepts. */
export function reasons(values, chosen) {
  return TOLD.flatMap((facet) =>
    (values[facet] ?? [])
      .filter((value) => chosen[facet]?.some(({ accepts }) => accepts.includes(value)))
      .map((value) => ({ facet, value })),
  );
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
