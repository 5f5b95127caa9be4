/**
 * An actor of the finder as a card, with the reasons why it matches: the same as the macro `helper_card` of macros/finder.html.
 */
import { pageAddress } from "../common/address.js";
import { element } from "../common/element.js";
import { reasons, satisfies } from "./choice.js";

const SVG = "http://www.w3.org/2000/svg";
const BEFORE = { public: "Pour\u00a0: ", territoire: "Où il agit\u00a0: " };

/** The card; `words` has the words of values by facet, `hues` those of families, `root` leads to the site's root, `common` is the place told once. */
export function card(actor, chosen, { words, hues, root, common }) {
  const [role] = actor.valeurs.role;
  const [family] = actor.valeurs.famille;
  const marked = (facet) => chosen[facet]?.some((choice) => satisfies(actor.sets, facet, choice)) && "is-chosen";
  const { href } = pageAddress(actor.url, root);
  const sheet = pageAddress(`${actor.url}fiche/`, root).href;
  const follow = (text, address) =>
    element("a", { href: address }, text, element("span", { class: "invisible" }, `\u00a0: ${actor.titre}`));
  const near = actor.pres?.[chosen.territoire?.[0]?.value] ?? [];
  const ways = [...near.flatMap((rank) => actor.lieux[rank]), ...(actor.voies ?? [])];
  const why = reasons(actor.valeurs, chosen, common).map(({ facet, value }) => reason(actor, facet, value, words, root));
  return element(
    "li",
    { class: "card helper", "data-hue": hues[family] },
    element(
      "h3",
      { class: "card-title" },
      element("a", { class: "card-link", href }, actor.titre),
      actor.sigle && " ",
      actor.sigle && element("span", { class: "card-acronym" }, actor.sigle),
    ),
    element(
      "p",
      { class: "card-role" },
      element("span", { class: marked("role") }, element("span", { class: "role" }, sign(role), ` ${words.role[role]}`)),
      " ",
      element("span", { class: marked("famille") }, words.famille[family]),
    ),
    element("p", { class: "card-summary" }, actor.resume),
    why.length ? element("ul", { class: "reasons" }, ...why) : null,
    ways.length ? element("ul", { class: "ways" }, ...ways.map(way)) : null,
    element("p", { class: "helper-links" }, follow("Comment joindre", `${href}#joindre`), " ", follow("Fiche à imprimer", sheet)),
  );
}

/** A way in: the same as the macro `way_list` of macros/ways.html. */
function way([text, address, name, note]) {
  const aside = (of, ...words) => (words.some(Boolean) ? [" ", element("span", { class: `way-${of}` }, ...words)] : []);
  const site = address.startsWith("https:") && element("span", { class: "way-host" }, `(${hostOf(address)})`);
  const shown = address
    ? element("a", { class: "way-link", href: address, rel: address.startsWith("https:") && "external" }, text)
    : text;
  return element("li", { class: "way" }, shown, ...aside("name", name), ...aside("note", site, site && note && " ", note));
}

/** The part of a web address that people say: the same as host_of of plugins/text/addresses.py. */
const hostOf = (address) => new URL(address).hostname.replace(/^www\./, "");

function reason(actor, facet, value, words, root) {
  const text = words[facet][value] ?? value;
  if (facet !== "besoin") return element("li", { class: "reason" }, BEFORE[facet], text);
  return element(
    "li",
    { class: "reason" },
    element("a", { href: pageAddress(`besoins/${value}/`, root).href }, text),
    "\u00a0: ",
    actor.reponses[value],
  );
}

/** The drawn sign of a role, as the macro `role_sign`. */
function sign(role) {
  const drawn = document.createElementNS(SVG, "svg");
  for (const [name, value] of Object.entries({ class: "sign", "aria-hidden": "true", focusable: "false", viewBox: "0 0 24 24" }))
    drawn.setAttribute(name, value);
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#signe-${role}`);
  drawn.append(use);
  return drawn;
}
