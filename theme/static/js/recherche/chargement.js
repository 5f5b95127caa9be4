/**
 * The index read by a page: each file is a classic script, so that it also loads from `file://`.
 */
import { loadScript } from "../commun/script.js";

/** How `Depot` loads a file that stands beside `base`, the address of a folder. */
export function fromScripts(base) {
  return (file, receive) => {
    window.recherche = { recevoir: receive };
    return loadScript(base + file);
  };
}
