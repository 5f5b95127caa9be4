// On the page about taking the site away: how much of it this device holds, and the page that was asked for in vain.

/** @param {{whole: boolean, pages: number, kept: number}} state of the worker */
export function told({ whole, pages, kept }) {
  if (kept >= pages) return `Tout le site est gardé sur cet appareil\u00a0: ${pages}\u00a0pages.`;
  if (whole) return `${kept} des ${pages}\u00a0pages sont gardées sur cet appareil\u00a0; le reste arrive.`;
  return `${kept} des ${pages}\u00a0pages sont gardées sur cet appareil\u00a0: l’essentiel, et celles que vous avez ouvertes.`;
}

export default function emporter(element) {
  const state = element.querySelector("[data-emporter=etat]");
  document.addEventListener("garde", ({ detail }) => {
    state.textContent = told(detail);
  });
  const wanted = new URLSearchParams(location.search).get("de");
  if (wanted === null) return;
  const link = element.querySelector("[data-emporter=page]");
  const root = new URL(element.dataset.racine, document.baseURI);
  const address = new URL(wanted, root);
  // The address comes from the address bar: it may only lead inside the site.
  if (address.origin !== root.origin || !address.pathname.startsWith(root.pathname)) return;
  link.href = address.href;
  element.querySelector("[data-emporter=absente]").hidden = false;
}
