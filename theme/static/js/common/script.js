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

// Where the script that holds this module stands; asked for while it runs, which is the only time when it is known.
const here = globalThis.document?.currentScript?.src;

/**
 * What a script that stands beside the running one holds: what most pages never want is fetched when it is wanted.
 *
 * @param {string} name of the file, without « .js »; it leaves what it holds in `window.pieces`, under its name
 * @returns {() => Promise<object>} asked again, it is the same; rejected when it did not arrive, and then tried again
 */
export function piece(name) {
  let arrival = null;
  const fetched = async () => {
    if (!window.pieces?.[name]) await loadScript(new URL(`${name}.js`, here).href);
    return window.pieces[name];
  };
  return () =>
    (arrival ??= fetched().catch((fault) => {
      arrival = null;
      throw fault;
    }));
}
