/**
 * What the search wants after its first results, or for few questions only: what asks in time, and what narrows the results.
 */
export { facetGroup } from "./choix.js";
export { Facettes } from "./facettes.js";
export { narrow, resolved } from "./moments.js";
export { read } from "./temps.js";
