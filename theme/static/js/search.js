/**
 * The search of the site: a field in the header of every page, and the search page. It comes when it is wanted
 * (modules/search.js).
 *
 * `window.search(query, limit = 10)` is the public door, the same on every page: a promise of the
 * addresses of the pages that surely answer, under the site's root, in the order in which the search page shows them: the
 * needs that it suggests, then the other pages, such as ["/besoins/je-cherche-un-travail/", "/acteurs/cgt/", …]. It never
 * raises because of what was typed; it rejects when the index did not arrive. Tests and golds call it.
 */
import { piece } from "./common/script.js";
import { addresses } from "./search/addresses.js";
import { Combobox } from "./search/combobox.js";
import { EngineOfCommittees } from "./search/committees.js";
import { Engine, sure } from "./search/engine.js";
import { EngineWithFallback } from "./search/fallback.js";
import { fromScripts } from "./search/loading.js";
import { markArrival } from "./search/marks.js";
import { SearchPage } from "./search/page.js";
import { pause } from "./search/pause.js";
import { deviceStorage, Recents } from "./search/recents.js";
import { write } from "./search/state.js";
import { Store } from "./search/store.js";
import { showUnanswered } from "./search/unanswered.js";

const later = piece("later");
const engines = piece("engines");
const committees = piece("committees");

async function start() {
  const root = document.querySelector("[data-module=search]");
  if (!root) return;
  // Several committees are asked as one.
  const { index, committees: joint } = root.dataset;
  const entry = new URL(joint ?? index, document.baseURI);
  const address = addresses(root.dataset.root);
  const folder = new URL(".", entry).href;
  let made = null;
  const first = entry.pathname.split("/").at(-1);
  const engine = () => {
    made ??= joint
      ? new EngineOfCommittees(fromScripts(folder), first, { later, committees })
      : engineOf(new Store(fromScripts(folder), first), root.dataset.engine);
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
  const page = document.querySelector("[data-module=search-page]");
  await pause();
  if (page) showUnanswered(page, storage, (query) => write({ query }));
  await pause();
  if (page) new SearchPage({ root: page, engine, address, recents, later });
  await pause();
  markArrival(document.querySelector("main"));
}

/** The engine that the settings name, with the site's own behind it; without a network to speak of, the site's own. */
function engineOf(store, named) {
  const own = !named || window.location.protocol === "file:";
  return own ? new Engine(store, { later }) : new EngineWithFallback(store, JSON.parse(named), { later, engines });
}

start();
