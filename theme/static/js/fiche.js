// What a page fetches when the address of a sheet led to it (modules/retour.js).
import * as fiche from "./fiche/lecture.js";

window.morceaux = { ...window.morceaux, fiche };
