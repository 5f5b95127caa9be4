/** The parameter of an address that names the words to mark on the page arrived at. */
export const MARK = "marque";

/**
 * The address of a page, right from any page, under a path prefix and in a folder opened from a disk.
 *
 * @param {string} page under the site's root, such as « acteurs/cgt/ »
 * @param {string} root of the site, relative to this page, such as « ../.. »
 * @param {string} here the address of this page
 * @returns {URL}
 */
export function pageAddress(page, root, here = document.baseURI) {
  const address = new URL(page, new URL(root.replace(/\/?$/, "/"), here));
  // There, a folder shows its list of files, not its page.
  if (address.protocol === "file:" && address.pathname.endsWith("/")) address.pathname += "index.html";
  return address;
}
