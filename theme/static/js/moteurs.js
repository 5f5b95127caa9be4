// What the search fetches where the settings name an engine beside the site's own (recherche/secours.js).
import * as moteurs from "./recherche/engins.js";

window.morceaux = { ...window.morceaux, moteurs };
