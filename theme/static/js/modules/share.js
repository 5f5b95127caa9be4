// A button that hands the page's address to the system, or copies it; hidden where neither is possible, and without JavaScript.

/**
 * The address to share: the published one, without what a paper carried; never that of a file on this disk.
 *
 * @param {?string} canonical
 * @param {string} here
 * @returns {?string} null when there is none that would open elsewhere
 */
export function shared(canonical, here) {
  const address = new URL(canonical || here);
  address.hash = "";
  return address.protocol.startsWith("http") ? address.href : null;
}

/**
 * @param {Navigator} navigator
 * @param {{title: string, url: string}} what
 * @returns {"systeme"|"copie"|null} how this browser shares it
 */
export function means(navigator, what) {
  // Some browsers on a desk have the first without anything to share with.
  if (navigator.share && (navigator.canShare?.(what) ?? true)) return "systeme";
  return navigator.clipboard?.writeText ? "copie" : null;
}

export default function share(box) {
  const [button, state] = box.children;
  const url = shared(document.querySelector('link[rel="canonical"]')?.href, location.href);
  const what = { title: document.title, url };
  const by = url && means(navigator, what);
  if (!by) return;
  const say = (text) => {
    state.textContent = text;
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(url);
      say("Adresse copiée.");
    } catch {
      say(`L’adresse de cette page\u00a0: ${url}`);
    }
  };
  const share = async () => {
    try {
      await navigator.share(what);
    } catch (fault) {
      // Someone who closes the list of the system has changed their mind.
      if (fault.name !== "AbortError") await copy();
    }
  };
  button.textContent = by === "systeme" ? "Partager" : "Copier l’adresse";
  button.addEventListener("click", by === "systeme" ? share : copy);
  box.hidden = false;
}
