/**
 * Pages of the index → addresses that work from any page, under a path prefix and from a folder.
 */

/** @param {string} root address of the site's root, relative to the page, such as « ../.. ». */
export function addresses(root) {
  const base = new URL(root.replace(/\/?$/, "/"), document.baseURI);
  return (page, anchor = "") => {
    const address = new URL(page, base);
    // A folder opened from a disk shows its list of files, not its page.
    if (address.protocol === "file:" && address.pathname.endsWith("/")) address.pathname += "index.html";
    if (anchor) address.hash = anchor;
    return address.href;
  };
}
