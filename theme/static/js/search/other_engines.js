/**
 * What asks an engine beside the site's own.
 */

export { ENGINES, Patience } from "./engines.js";
export { remote } from "./remote.js";
