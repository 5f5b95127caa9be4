/**
 * The search of the site: a field in the header of every page, and the search page. It comes when it is wanted
 * (modules/recherche.js).
 *
 * `window.search(query, limit = 10)` is the public door, the same on every page: a promise of the
 * addresses of the pages that surely answer, under the site's root, in the order in which the search page shows them: the
 * needs that it suggests, then the other pages, such as ["/besoins/je-cherche-un-travail/", "/acteurs/cgt/", …]. It never
 * raises because of what was typed; it rejects when the index did not arrive. Tests and golds call it.
 */
import { piece } from "./commun/script.js";
import { addresses } from "./recherche/adresses.js";
import { fromScripts } from "./recherche/chargement.js";
import { Combobox } from "./recherche/combobox.js";
import { MoteurDesComites } from "./recherche/comites.js";
import { Depot } from "./recherche/depot.js";
import { write } from "./recherche/etat.js";
import { markArrival } from "./recherche/marques.js";
import { Moteur, sure } from "./recherche/moteur.js";
import { PageDeRecherche } from "./recherche/page.js";
import { pause } from "./recherche/pause.js";
import { deviceStorage, Recents } from "./recherche/recents.js";
import { showUnanswered } from "./recherche/sans_reponse.js";
import { MoteurAvecSecours } from "./recherche/secours.js";

const later = piece("suite");
const engines = piece("moteurs");
const committees = piece("comites");

async function start() {
  const root = document.querySelector("[data-module=recherche]");
  if (!root) return;
  // Several committees are asked as one.
  const { index, comites } = root.dataset;
  const entry = new URL(comites ?? index, document.baseURI);
  const address = addresses(root.dataset.racine);
  const folder = new URL(".", entry).href;
  let made = null;
  const first = entry.pathname.split("/").at(-1);
  const engine = () => {
    made ??= comites
      ? new MoteurDesComites(fromScripts(folder), first, { later, committees })
      : engineOf(new Depot(fromScripts(folder), first), root.dataset.moteur);
    return made;
  };
  const searchPage = (query) => address("recherche/") + write({ query });

  window.search = async (query, limit = 10) => {
    const found = sure(await engine().search(query));
    const pages = await Promise.all(found.slice(0, limit).map((page) => engine().head(page)));
    return pages.map(({ url }) => `/${url}`);
  };

  const storage = deviceStorage();
  const recents = new Recents(storage);
  // One thing after the other, so that none holds a key or a frame back.
  await pause();
  new Combobox({ root, engine, address, searchPage, recents });
  const page = document.querySelector("[data-module=page-de-recherche]");
  await pause();
  if (page) showUnanswered(page, storage, (query) => write({ query }));
  await pause();
  if (page) new PageDeRecherche({ root: page, engine, address, recents, later });
  await pause();
  markArrival(document.querySelector("main"));
}

/** The engine that the settings name, with the site's own behind it; without a network to speak of, the site's own. */
function engineOf(depot, named) {
  const own = !named || window.location.protocol === "file:";
  return own ? new Moteur(depot, { later }) : new MoteurAvecSecours(depot, JSON.parse(named), { later, engines });
}

start();
