// What the search fetches where the settings name an engine beside the site's own (search/fallback.js).
import * as engines from "./search/other_engines.js";

window.pieces = { ...window.pieces, engines };
