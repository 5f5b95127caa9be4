// What a page fetches when the address of a sheet led to it (modules/returned.js).
import * as sheet from "./sheet/reading.js";

window.pieces = { ...window.pieces, sheet };
