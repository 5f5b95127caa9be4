/**
 * Pages of the index → addresses that work from any page, under a path prefix and from a folder.
 */
import { PARAMETER } from "./marques.js";

/**
 * @param {string} root address of the site's root, relative to the page, such as « ../.. ».
 * @returns {Function} (page, anchor, words to mark there) → address.
 */
export function addresses(root) {
  const base = new URL(root.replace(/\/?$/, "/"), document.baseURI);
  return (page, anchor = "", marked = "") => {
    const address = new URL(page, base);
    // A folder opened from a disk shows its list of files, not its page.
    if (address.protocol === "file:" && address.pathname.endsWith("/")) address.pathname += "index.html";
    if (marked) address.searchParams.set(PARAMETER, marked);
    if (anchor) address.hash = anchor;
    return address.href;
  };
}
