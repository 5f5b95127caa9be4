/**
 * Runs a classic script of the site once, and takes it out of the page again: pages opened from a folder refuse `fetch`
 * and modules. What the script holds, it leaves in `window`.
 *
 * @param {string} address
 * @param {number} patience milliseconds after which it is given up
 * @returns {Promise<void>} rejected when it does not arrive
 */
export function loadScript(address, patience = 20_000) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    const end = (settle) => () => {
      clearTimeout(late);
      script.remove();
      settle();
    };
    const fail = end(() => reject(new Error(`${address} n'est pas arrivé`)));
    const late = setTimeout(fail, patience);
    script.onload = end(resolve);
    script.onerror = fail;
    script.src = address;
    document.head.append(script);
  });
}
