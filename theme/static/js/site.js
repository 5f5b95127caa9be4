// Only starts modules: each attaches to [data-module="…"], and the page works without it.
import annonce from "./modules/annonce.js";
import bulles from "./modules/bulles.js";
import emporter from "./modules/emporter.js";
import horsLigne from "./modules/hors-ligne.js";
import imprimer from "./modules/imprimer.js";
import partager from "./modules/partager.js";
import parties from "./modules/parties.js";
import pli from "./modules/pli.js";
import recherche from "./modules/recherche.js";
import retour from "./modules/retour.js";
import suivi from "./modules/suivi.js";
import visite from "./modules/visite.js";

const modules = {
  annonce,
  bulles,
  emporter,
  "hors-ligne": horsLigne,
  imprimer,
  partager,
  parties,
  pli,
  recherche,
  retour,
  suivi,
  visite,
};

for (const element of document.querySelectorAll("[data-module]")) {
  try {
    modules[element.dataset.module]?.(element);
  } catch (fault) {
    console.error(fault); // told to who looks, and the others start
  }
}
