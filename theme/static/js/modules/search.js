// The field of the header, before its search is there: half of what a page weighs comes when somebody wants to search,
// not before anybody reads. Without this module the button leads to the A–Z; if the search does not come, to its page.
import { MARK, pageAddress } from "../common/address.js";
import { loadScript } from "../common/script.js";
import { listenShortcuts } from "../search/shortcuts.js";

export default function search(form) {
  const input = form.elements.q;
  const own = document.querySelector("[data-page=field]");
  let arrival = null;
  const load = () =>
    (arrival ??= loadScript(new URL(form.dataset.script, document.baseURI).href).catch((fault) => {
      arrival = null; // tried again the next time
      throw fault;
    }));
  const soon = () => load().catch(() => {});

  // The script puts its own in this place (search.js).
  const early = async (...question) => {
    await load();
    return window.search === early ? [] : window.search(...question);
  };
  window.search = early;
  form.action = pageAddress("recherche/", form.dataset.root).href;
  for (const sign of ["focusin", "pointerover", "pointerdown"]) form.addEventListener(sign, soon);
  listenShortcuts(() => (own && !own.form.hidden ? own : input));
  // What asks for it at once: the search page, an address whose words are to be marked, a field that is in use already.
  const marks = new URLSearchParams(location.search).has(MARK);
  if (own || marks || input.value || form.contains(document.activeElement)) soon();
}
