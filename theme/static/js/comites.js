// What the search fetches where a site is that of several committees (recherche/comites.js).
import * as comites from "./recherche/federe.js";

window.morceaux = { ...window.morceaux, comites };
