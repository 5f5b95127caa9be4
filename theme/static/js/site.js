// Only starts modules: each attaches to [data-module="…"], and the page works without it.
import annonce from "./modules/annonce.js";
import bulles from "./modules/bulles.js";

const modules = { annonce, bulles };

for (const element of document.querySelectorAll("[data-module]")) {
  modules[element.dataset.module]?.(element);
}
