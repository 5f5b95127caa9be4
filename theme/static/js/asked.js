// Before the first paint, in the head of the pages that an address narrows, and of the one that is nothing without its
// script (data-always): what would move is out of sight (layout.css) until that script has made the choice, or has said
// that it cannot; in any case not for long.
import { show } from "./common/waiting.js";

const PATIENCE = 3000; // milliseconds: a network that brings nothing hides nothing

if (location.search.length > 1 || document.currentScript.hasAttribute("data-always")) {
  document.documentElement.dataset.asked = "";
  setTimeout(show, PATIENCE);
}
