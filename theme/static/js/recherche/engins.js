/**
 * What asks an engine beside the site's own.
 */
export { distant } from "./distant.js";
export { ENGINES, Patience } from "./moteurs.js";
