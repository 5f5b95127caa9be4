/**
 * Counted facets come in, the boxes by which the search page is narrowed go out.
 */
import { element } from "../common/element.js";

/** One facet: a group of boxes, each with the number of pages that it would show. */
export function facetGroup({ name, label, values }) {
  return element(
    "fieldset",
    { class: "facet" },
    element("legend", {}, label),
    ...values.map(({ value, count, chosen }) => {
      const id = `facette-${name}-${value.replace(/[^\p{L}\p{N}]+/gu, "-")}`;
      const box = element("input", { type: "checkbox", id, name, value });
      box.checked = chosen;
      return element(
        "div",
        { class: "facet-choice" },
        box,
        element("label", { for: id }, `${value} `, element("span", { class: "facet-count" }, `(${count})`)),
      );
    }),
  );
}
