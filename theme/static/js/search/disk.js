/**
 * The index read from a folder by Node.js, for the terminal and for tests: the same files as a browser.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { runInNewContext } from "node:vm";

/** How `Store` loads a file of `folder`. */
export function fromFolder(folder) {
  return async (file, receive) => {
    const script = await readFile(join(folder, file), "utf8");
    runInNewContext(script, { window: { recherche: { recevoir: receive } } }, { filename: file });
  };
}
