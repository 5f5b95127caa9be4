// Only starts modules: each attaches to [data-module="…"], and the page works without it.
import banner from "./modules/banner.js";
import cards from "./modules/cards.js";
import carry from "./modules/carry.js";
import folds from "./modules/folds.js";
import followup from "./modules/followup.js";
import offline from "./modules/offline.js";
import parts from "./modules/parts.js";
import printer from "./modules/printer.js";
import returned from "./modules/returned.js";
import search from "./modules/search.js";
import share from "./modules/share.js";
import visit from "./modules/visit.js";

const modules = {
  banner,
  cards,
  carry,
  offline: offline,
  printer,
  share,
  parts,
  folds,
  search,
  returned,
  followup,
  visit,
};

for (const element of document.querySelectorAll("[data-module]")) {
  try {
    modules[element.dataset.module]?.(element);
  } catch (fault) {
    console.error(fault); // told to who looks, and the others start
  }
}
