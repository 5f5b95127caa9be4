/**
 * The page arrived at from a result: the words that were looked for are marked, until the visitor takes
 * the marks off. The text is not touched (CSS Custom Highlight API): anchors, links and copies stay whole.
 */

import { MARK } from "../common/address.js";
import { element } from "../common/element.js";
import { analyse } from "./analysis.js";
import { count, quoted } from "./elements.js";
import { places } from "./excerpt.js";

const LONGEST = 200;
const NAME = "recherche";
const SILENT = "script, style, template, svg, button, select";

/** The stems of the words that an address asks to mark. */
export function stemsOf(search) {
  const words = (new URLSearchParams(search).get(MARK) ?? "").slice(0, LONGEST);
  if (!words) return { words, stems: new Set() };
  return {
    words,
    stems: new Set(
      analyse(words)
        .filter(({ kind }) => kind !== "stop")
        .map(({ stem }) => stem),
    ),
  };
}

/** Marks the words in `root`, and says how many and how to take them off at its end. */
export function markArrival(root, { location, history } = window) {
  const { words, stems } = stemsOf(location.search);
  if (!root || !stems.size || !("highlights" in CSS)) return;
  const ranges = [...texts(root)].flatMap((node) =>
    places(node.data, stems).map(({ start, end }) => {
      const range = new Range();
      range.setStart(node, start);
      range.setEnd(node, end);
      return range;
    }),
  );
  if (!ranges.length) return;
  CSS.highlights.set(NAME, new Highlight(...ranges));
  const off = element("button", { type: "button", class: "search-button" }, "Enlever les marques");
  const bar = element(
    "div",
    { class: "marks", role: "region", "aria-label": "Mots cherchés" },
    element("p", {}, `${count(ranges.length, "mot marqué", "mots marqués")} pour ${quoted(words)}`),
    off,
  );
  off.addEventListener("click", () => {
    CSS.highlights.delete(NAME);
    bar.remove();
    const address = new URL(location.href);
    address.searchParams.delete(MARK);
    history.replaceState(null, "", address);
    root.focus({ preventScroll: true });
  });
  root.append(bar);
}

function* texts(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) if (!walker.currentNode.parentElement.closest(SILENT)) yield walker.currentNode;
}
