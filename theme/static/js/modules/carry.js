// On the page about taking the site away: how much of it this device holds, and the page that was asked for in vain.

/** @param {{whole: boolean, pages: number, kept: number, groups: string[]}} state of the worker; of each group, all is kept */
export function told({ whole, pages, kept, groups }) {
  if (kept >= pages) return `Tout le site est gardé sur cet appareil\u00a0: ${pages}\u00a0pages.`;
  if (whole) return `${kept} des ${pages}\u00a0pages sont gardées sur cet appareil\u00a0; le reste arrive.`;
  const what = groups.length ? groups.join(", ") : "l’essentiel";
  return `${kept} des ${pages}\u00a0pages sont gardées sur cet appareil\u00a0: ${what}, et celles que vous avez ouvertes.`;
}

/**
 * @param {string} wanted as it stands in the address bar, where anything can be written
 * @param {URL} root of the site
 * @returns {URL | null} a page of the site; null for what cannot be read, or leads out of it
 */
export function asked(wanted, root) {
  try {
    const address = new URL(wanted, root);
    return address.origin === root.origin && address.pathname.startsWith(root.pathname) ? address : null;
  } catch {
    return null;
  }
}

export default function carry(element) {
  const part = (name) => element.querySelector(`[data-carry=${name}]`);
  document.addEventListener("kept", ({ detail }) => {
    part("status").textContent = told(detail);
  });
  const wanted = new URLSearchParams(location.search).get("de");
  if (wanted === null) return;
  const address = asked(wanted, new URL(element.dataset.root, document.baseURI));
  if (address) part("page").href = address.href;
  part(address ? "missing" : "unreadable").hidden = false;
}
