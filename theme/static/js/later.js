// What the search fetches once its first results are shown, or when a question asks in time (search/later.js).
import * as later from "./search/later.js";

window.pieces = { ...window.pieces, later };
