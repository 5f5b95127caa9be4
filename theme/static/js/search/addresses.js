/**
 * Pages of the index → addresses that work from any page, under a path prefix and from a folder.
 */
import { MARK, pageAddress } from "../common/address.js";

/**
 * @param {string} root address of the site's root, relative to the page, such as « ../.. ».
 * @returns {Function} (page, anchor, words to mark there) → address.
 */
export function addresses(root) {
  return (page, anchor = "", marked = "") => {
    const address = pageAddress(page, root);
    if (marked) address.searchParams.set(MARK, marked);
    if (anchor) address.hash = anchor;
    return address.href;
  };
}
