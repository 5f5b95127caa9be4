/**
 * The address of the comparison ↔ the actors that are compared: « ?acteur=cgt&acteur=caf ».
 */
export const LEAST = 2;
export const MOST = 5;

/** The slugs that the address names and that exist, each once, five at most, in the order of the address. */
export function read(search, known) {
  const given = new URLSearchParams(search).getAll("acteur");
  return [...new Set(given)].filter((slug) => known.has(slug)).slice(0, MOST);
}

/** The other way. */
export function write(slugs) {
  const made = new URLSearchParams();
  for (const slug of slugs) made.append("acteur", slug);
  return `?${made}`;
}

/** Adds an actor, or takes it away; a sixth one is not added. */
export function toggled(slugs, slug) {
  if (slugs.includes(slug)) return slugs.filter((one) => one !== slug);
  return slugs.length < MOST ? [...slugs, slug] : slugs;
}

/** What is said of a choice. */
export function sentence(count) {
  if (count === 0) return "";
  if (count < LEAST) return "Un acteur choisi\u00a0: en choisir encore un, jusqu’à cinq.";
  return count < MOST
    ? `${count}\u00a0acteurs côte à côte.`
    : "Cinq acteurs côte à côte\u00a0: en retirer un pour en choisir un autre.";
}

/** The letter or issue by which a sheet is completed, begun for one actor. */
export function begun(address, title, page) {
  const put = (text, name, value) => text.replaceAll(encodeURIComponent(`{${name}}`), encodeURIComponent(value));
  // The build wrote the site's address before « {page} ».
  return put(put(address, "titre", title), "page", page);
}
