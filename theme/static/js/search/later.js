/**
 * What the search wants after its first results, or for few questions only: what asks in time, and what narrows the results.
 */
export { facetGroup } from "./choice.js";
export { Facets } from "./facets.js";
export { narrow, resolved } from "./moments.js";
export { read } from "./time.js";
