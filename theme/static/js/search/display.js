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
  const link = element("a", { href: address(url, "", found), class: "found-link" }, ...marks(titleParts));
  const short = acronym && acronym !== title ? element("span", { class: "found-acronym" }, ` (${acronym})`) : null;
  const facts = [committee, kind, family === title ? "" : family, date].filter(Boolean).join(" · ");
  return element(
    "li",
    { class: "found" },
    element("h2", { class: "found-title" }, link, short),
    element("p", { class: "found-facts" }, facts),
    element("p", { class: "found-excerpt" }, ...marks(parts)),
    heading
      ? element("p", { class: "found-section" }, "Dans ", element("a", { href: address(url, anchor, found) }, heading))
      : null,
  );
}
