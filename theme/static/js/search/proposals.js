/**
 * Described results come in, the list of the header's field goes out: groups by kind, options under them.
 */
import { element } from "../common/element.js";
import { marks, quoted } from "./elements.js";

/**
 * @param {object} parts {id, shown, all, address, go}: `id` begins every id of the list, `all` is the
 *   address of the search page for the same words, `go` is called with the address that was clicked.
 * @returns {HTMLElement[]} groups, in the order of their best result, then the way to all results.
 */
export function proposals({ id, shown, all, address, go }) {
  const groups = new Map();
  for (const result of shown) groups.set(result.kind, [...(groups.get(result.kind) ?? []), result]);
  const lists = [...groups].map(([kind, some], rank) => {
    const label = element("li", { class: "search-kind", role: "presentation", id: `${id}-g${rank}` }, kind);
    const options = some.map((result) => option(address(result.url, result.anchor, result.found), go, ...lines(result)));
    return element(
      "li",
      { role: "presentation" },
      element("ul", { role: "group", "aria-labelledby": label.id, class: "search-group" }, label, ...options),
    );
  });
  const more = option(all, go, element("span", { class: "search-all" }, "Voir tous les résultats"));
  return numbered(id, shown.length ? [...lists, more] : []);
}

/** The last searches as options, each leading to its results. */
export function recentOptions({ id, queries, searchPage, go }) {
  return numbered(
    id,
    queries.map((query) => option(searchPage(query), go, element("span", { class: "search-title" }, quoted(query)))),
  );
}

function numbered(id, items) {
  const options = items.flatMap((item) => (item.matches("[role=option]") ? [item] : [...item.querySelectorAll("[role=option]")]));
  for (const [rank, item] of options.entries()) item.id = `${id}-o${rank}`;
  return items;
}

function lines({ heading, acronym, title, titleParts, committee, parts }) {
  const name = element("span", { class: "search-title" }, ...marks(titleParts));
  if (acronym && acronym !== title) name.append(` (${acronym})`);
  if (committee) name.append(` · ${committee}`);
  return [
    name,
    heading ? element("span", { class: "search-section" }, heading) : null,
    element("span", { class: "search-excerpt" }, ...marks(parts)),
  ];
}

function option(address, go, ...children) {
  const made = element(
    "li",
    { role: "option", "aria-selected": "false", class: "search-option", "data-address": address },
    ...children,
  );
  // The field keeps the focus: a click would take it, and close the list before it is heard.
  made.addEventListener("pointerdown", (event) => event.preventDefault());
  made.addEventListener("click", () => go(address));
  return made;
}
