// What the search fetches where a site is that of several committees (search/committees.js).
import * as committees from "./search/federated.js";

window.pieces = { ...window.pieces, committees };
