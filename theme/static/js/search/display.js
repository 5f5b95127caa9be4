/**
 * Described results come in, the elements of the search page go out.
 */
import { element } from "../common/element.js";
import { marks } from "./elements.js";

/** One result: its title, what it is, an excerpt, and the section that answers. */
export function resultItem(
  { url, anchor, heading, found, title, titleParts, acronym, kind, family, date, committee, parts },
  address,
) {
  const link = element("a", { href: address(url, "", found), class: "trouve-lien" }, ...marks(titleParts));
  const short = acronym && acronym !== title ? element("span", { class: "trouve-sigle" }, ` (${acronym})`) : null;
  const facts = [committee, kind, family === title ? "" : family, date].filter(Boolean).join(" · ");
  return element(
    "li",
    { class: "trouve" },
    element("h2", { class: "trouve-titre" }, link, short),
    element("p", { class: "trouve-reperes" }, facts),
    element("p", { class: "trouve-extrait" }, ...marks(parts)),
    heading
      ? element("p", { class: "trouve-section" }, "Dans ", element("a", { href: address(url, anchor, found) }, heading))
      : null,
  );
}
