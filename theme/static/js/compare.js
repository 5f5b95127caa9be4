/**
 * « Comparer »: two to five actors side by side on the eight points; what is chosen stands in the address.
 *
 * Offers are one script, loaded by this page alone, so that it also works from a folder. Without JavaScript, each
 * family has a page with the same table.
 */

import { pageAddress } from "./common/address.js";
import { element } from "./common/element.js";
import { loadScript } from "./common/script.js";
import { begun, LEAST, MOST, read, sentence, toggled, write } from "./compare/choice.js";

class Comparison {
  constructor(frame, { points, familles }) {
    const part = (name) => frame.querySelector(`[data-compare=${name}]`);
    Object.assign(this, { frame, points, chosen: [], state: part("status"), result: part("result") });
    this.actors = new Map(
      familles.flatMap((family) => family.acteurs.map((actor) => [actor.slug, { ...actor, teinte: family.teinte }])),
    );
    this.boxes = new Map();
    this.families = [];
    const open = new Set(read(location.search, this.actors));
    part("families").append(...familles.map((family, rank) => this.#family(family, rank, open)));
    part("choices").hidden = false;
    window.addEventListener("popstate", () => this.#show(read(location.search, this.actors)));
    this.#show([...open]);
  }

  #family({ titre, teinte, acteurs }, rank, open) {
    const group = element("fieldset", {}, element("legend", { class: "invisible" }, titre));
    for (const actor of acteurs) {
      const box = element("input", { type: "checkbox", value: actor.slug });
      box.addEventListener("change", () => this.#choose(toggled(this.chosen, actor.slug)));
      this.boxes.set(actor.slug, box);
      group.append(element("label", {}, box, actor.titre));
    }
    // Once there is something to read, the choice folds and says itself: the table comes into sight.
    const isOpen = open.size ? open.size < LEAST && acteurs.some(({ slug }) => open.has(slug)) : rank === 0;
    const told = element("span", { class: "compare-chosen" });
    this.families.push({ told, acteurs });
    return element(
      "details",
      { class: "compare-family", "data-hue": String(teinte), open: isOpen },
      element("summary", {}, element("span", { class: "compare-title" }, titre), told),
      group,
    );
  }

  #choose(slugs) {
    // A folder opened from a disk lets only the end of an address change.
    window.history.pushState(null, "", slugs.length ? write(slugs) : location.pathname);
    this.#show(slugs);
  }

  #show(slugs) {
    this.chosen = slugs;
    for (const [slug, box] of this.boxes) {
      box.checked = slugs.includes(slug);
      box.disabled = slugs.length >= MOST && !box.checked;
    }
    for (const { told, acteurs } of this.families) {
      const names = acteurs.filter(({ slug }) => slugs.includes(slug)).map(({ titre }) => titre);
      told.textContent = names.length ? `\u00a0: ${names.join(", ")}` : "";
    }
    this.state.textContent = sentence(slugs.length);
    this.result.replaceChildren(...(slugs.length >= LEAST ? [this.#table(slugs.map((slug) => this.actors.get(slug)))] : []));
  }

  #table(actors) {
    const names = actors.map(({ titre }) => titre).join(", ");
    const head = element(
      "tr",
      {},
      element("td"),
      ...actors.map((actor) =>
        element(
          "th",
          { scope: "col", "data-hue": String(actor.teinte) },
          element("a", { class: "comparison-name", href: this.#page(`acteurs/${actor.slug}/`) }, actor.titre),
          " ",
          element("span", { class: "comparison-role" }, actor.role),
          " ",
          element("span", { class: "comparison-role" }, actor.statut),
        ),
      ),
    );
    const rows = this.points.map(({ code, nom }) =>
      element("tr", {}, element("th", { scope: "row" }, nom), ...actors.map((actor) => this.#cell(actor, code))),
    );
    const table = element(
      "table",
      { class: "comparison-table" },
      element("caption", { class: "invisible" }, `${names}, point par point`),
      element("thead", {}, head),
      element("tbody", {}, ...rows),
      this.#holes(actors),
    );
    return element("section", { class: "table-scroll comparison", "aria-label": `${names}, côte à côte`, tabindex: "0" }, table);
  }

  #cell(actor, code) {
    const told = actor.offre[code];
    if (told) return element("td", { "data-of": actor.titre }, ...told.map((piece) => this.#piece(piece)));
    return element(
      "td",
      { class: "comparison-empty", "data-of": actor.titre },
      element("span", { class: "missing-word" }, "Manquant."),
    );
  }

  /** Words, or a link: the same as the filter `linked` writes on the pages of families. */
  #piece(piece) {
    if (typeof piece === "string") return piece;
    const [words, path, hue, title] = piece;
    return element("a", { class: "actor", href: this.#page(path), "data-hue": hue || null, title: title || null }, words);
  }

  /** One way to fill each sheet, under all its holes; nothing when there is none. */
  #holes(actors) {
    const counts = actors.map(({ offre }) => this.points.filter(({ code }) => !offre[code]).length);
    if (!counts.some(Boolean)) return null;
    const cells = actors.map((actor, rank) => {
      const count = counts[rank];
      const said = count ? [`${count}\u00a0point${count > 1 ? "s" : ""}\u00a0: `, this.#complete(actor)] : ["Rien."];
      return element("td", { "data-of": actor.titre }, ...said);
    });
    return element("tfoot", {}, element("tr", {}, element("th", { scope: "row" }, "Ce qui manque"), ...cells));
  }

  #complete(actor) {
    const { report, complete } = this.frame.dataset;
    const address = report
      ? begun(report, actor.titre, this.#page(`acteurs/${actor.slug}/`))
      : complete && this.#page("contribuer/");
    const link = ["compléter cette fiche", element("span", { class: "invisible" }, `\u00a0: ${actor.titre}`)];
    return address ? element("a", { href: address }, ...link) : null;
  }

  #page(path) {
    return pageAddress(path, this.frame.dataset.root).href;
  }
}

const frame = document.querySelector("[data-compare=frame]");
if (frame) {
  const start = () => new Comparison(frame, window.offres);
  // When offers do not arrive, the families below are still there, and come up.
  loadScript(frame.dataset.offers).then(start, () => {
    frame.dataset.failed = "";
  });
}
