/**
 * The index read by a page: each file is a classic script, so that it also loads from `file://`.
 */
import { loadScript } from "../common/script.js";
import { pause } from "./pause.js";

// A browser prepares a script for some milliseconds on a slow telephone: a long question asks for twenty of them at once.
const AT_ONCE = 4;

/** How `Store` loads a file that stands beside `base`, the address of a folder. */
export function fromScripts(base) {
  let begun = 0;
  let turn = Promise.resolve();
  return async (file, receive) => {
    begun += 1;
    if (begun % AT_ONCE === 0) turn = turn.then(pause);
    await turn;
    window.recherche = { recevoir: receive };
    return loadScript(base + file);
  };
}
