/**
 * The address of the search page ↔ what it shows: everything can be linked, and « back » is right.
 */
/** What results are narrowed by, in the order in which it is shown: code of the index, name in the address, words. */
export const FACETS = [
  ["comites", "comite", "Comité"],
  ["kind", "genre", "Genre de page"],
  ["family", "famille", "Famille d’acteurs"],
  ["role", "role", "Rôle"],
  ["publics", "public", "Public"],
  ["bodies", "instance", "Instance"],
  ["items", "element", "Élément d’un compte rendu"],
  ["year", "annee", "Année"],
];

export const STEP = 10;
const MOST = 1000;

/** « ?q=…&genre=…&n=40&lettre=1 » → {query, chosen: {genre: […]}, shown, literal}: to the letter, nothing is corrected. */
export function read(search) {
  const given = new URLSearchParams(search);
  const shown = Number(given.get("n"));
  return {
    query: given.get("q") ?? "",
    chosen: Object.fromEntries(
      FACETS.map(([, name]) => [name, given.getAll(name).filter(Boolean)]).filter(([, values]) => values.length),
    ),
    literal: given.get("lettre") === "1",
    shown: Number.isInteger(shown) && shown > STEP ? Math.min(shown, MOST) : STEP,
  };
}

/** The other way. */
export function write({ query, chosen = {}, shown = STEP, literal = false }) {
  const made = new URLSearchParams({ q: query });
  if (literal) made.set("lettre", "1");
  for (const [, name] of FACETS) for (const value of chosen[name] ?? []) made.append(name, value);
  if (shown > STEP) made.set("n", String(shown));
  return `?${made}`;
}
