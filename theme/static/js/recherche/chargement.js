/**
 * The index read by a page: each file is a classic script, so that it also loads from `file://`.
 */

const TIMEOUT = 20_000;

/** How `Depot` loads a file that stands beside `base`, the address of a folder. */
export function fromScripts(base) {
  return (file, receive) => new Promise((resolve, reject) => {
    window.recherche = { recevoir: receive };
    const script = document.createElement("script");
    const fail = () => {
      script.remove();
      reject(new Error(`recherche : ${file} n'est pas arrivé`));
    };
    const late = setTimeout(fail, TIMEOUT);
    script.onload = () => {
      clearTimeout(late);
      script.remove();
      resolve();
    };
    script.onerror = () => {
      clearTimeout(late);
      fail();
    };
    script.src = base + file;
    document.head.append(script);
  });
}
