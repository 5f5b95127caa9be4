/**
 * The finder « Qui peut aider ? »: the links of its facets become boxes to tick, and the list beside them narrows.
 *
 * The page holds the first actors and every count. All actors, with what each answers, are one script, loaded when
 * someone comes near the choices, so that it also works from a folder. What is chosen stands in the address. Without
 * JavaScript the links lead to plain pages.
 */

import { element } from "./common/element.js";
import { loadScript } from "./common/script.js";
import { show } from "./common/waiting.js";
import { card } from "./finder/cards.js";
import { commonPlace, count, keeps, ordered, read, write } from "./finder/choice.js";

const WIDE = "(min-width: 56.25em)";

class Finder {
  constructor(frame) {
    const part = (name) => frame.querySelector(`[data-finder=${name}]`);
    for (const name of ["choices", "status", "criteria", "place", "none", "clear", "see", "results", "rest"])
      this[name] = part(name);
    this.source = frame.dataset.helpers;
    this.root = frame.dataset.root;
    this.atRest = this.status.textContent;
    this.atOnce = Number(frame.dataset.first);
    this.facets = [...this.choices.querySelectorAll("details")].map((details) => this.#facet(details));
    this.hues = Object.fromEntries(this.facets.flatMap(({ choices }) => choices.map(({ value, hue }) => [value, hue])));
    this.more = element("button", { type: "button", class: "finder-clear" }, this.rest.textContent);
    this.rest.replaceChildren(this.more);
    this.choices.addEventListener("change", ({ target }) => this.#answer(target));
    for (const sign of ["pointerover", "focusin"])
      this.choices.addEventListener(sign, () => this.#load().catch(() => {}), { once: true });
    this.more.addEventListener("click", () => this.#more());
    this.clear.querySelector("button").addEventListener("click", () => this.#clear());
    window.addEventListener("popstate", () => this.#show(this.#asked()));
    this.chosen = this.#asked();
    this.limit = this.atOnce;
    if (write(this.chosen)) this.#show(this.chosen).then(show);
    else show();
  }

  /** A facet: its links are read, then give place to boxes, or to the list of places. */
  #facet(details) {
    const code = details.dataset.facet;
    const summary = details.querySelector("summary");
    const told = element("span", { class: "finder-chosen" });
    const select = details.querySelector("select");
    const choices = select ? this.#places(details, select) : this.#boxes(details, code, summary.textContent);
    summary.append(told);
    if (window.matchMedia(WIDE).matches) details.open = true;
    return { code, details, summary, told, select, choices };
  }

  #places(details, select) {
    details.querySelector("ul").remove();
    details.querySelector(".finder-place").hidden = false;
    const options = [...select.options].filter(({ value }) => value);
    return options.map(({ value, dataset, text }) => ({ value, accepts: dataset.accepts.split(" "), text: text.trim() }));
  }

  #boxes(details, code, title) {
    const list = details.querySelector("ul");
    const group = element("div", { class: "finder-boxes", role: "group", "aria-label": title });
    const choices = [...list.children].map((line, rank) => {
      const [link, number] = [line.querySelector("a"), line.querySelector(".count")];
      const { value, accepts = value, hue } = link.dataset;
      const box = element("input", { type: "checkbox", id: `aide-${code}-${rank}`, value });
      const text = link.textContent;
      group.append(element("div", { class: "facet-choice" }, box, element("label", { for: box.id }, text, " ", number)));
      return { value, accepts: accepts.split(" "), hue, text, box, number };
    });
    list.replaceWith(group);
    return choices;
  }

  /** All actors, once; when they did not arrive they are asked for again the next time. */
  #load() {
    this.loading ??= loadScript(this.source)
      .then(() => {
        const { mots, acteurs } = window.aides;
        this.words = mots;
        this.actors = acteurs.map((actor) => ({
          ...actor,
          sets: Object.fromEntries(Object.entries(actor.valeurs).map(([code, values]) => [code, new Set(values)])),
        }));
      })
      .catch((fault) => {
        this.loading = null;
        throw fault;
      });
    return this.loading;
  }

  /** What the address asks; of several places, which an older page let one choose, the first. */
  #asked() {
    const asked = read(window.location.search, this.facets);
    for (const { code, select } of this.facets) if (select) asked[code] = asked[code].slice(0, 1);
    return asked;
  }

  #ticked() {
    const picked = (select) => (choice) => (select ? select.value === choice.value : choice.box.checked);
    return Object.fromEntries(this.facets.map(({ code, select, choices }) => [code, choices.filter(picked(select))]));
  }

  /** A choice was made: on a telephone its question folds and says it, so that the results come into sight. */
  #answer(target) {
    this.#choose(this.#ticked());
    const { details, summary } = this.facets.find((facet) => facet.details.contains(target));
    if (window.matchMedia(WIDE).matches) return;
    details.open = false;
    summary.focus({ preventScroll: true });
    summary.scrollIntoView({ block: "nearest" });
  }

  #choose(chosen) {
    window.history.pushState(null, "", write(chosen) || window.location.pathname);
    this.#show(chosen);
  }

  #clear() {
    this.#choose(Object.fromEntries(this.facets.map(({ code }) => [code, []])));
    this.facets[0].summary.focus();
  }

  /** The next ones, below; reading goes on at the first of them. */
  async #more() {
    const before = this.results.children.length;
    await this.#show(this.chosen, before + this.atOnce);
    this.results.children[before]?.querySelector("a").focus();
  }

  /** Boxes at once; the list when the actors are there, unless something else was asked meanwhile. */
  async #show(chosen, limit = this.atOnce) {
    Object.assign(this, { chosen, limit });
    for (const { code, told, select, choices } of this.facets) {
      if (select) select.value = chosen[code][0]?.value ?? "";
      else for (const choice of choices) choice.box.checked = chosen[code].includes(choice);
      told.textContent = chosen[code].length ? `\u00a0: ${chosen[code].map(({ text }) => text).join(", ")}` : "";
    }
    try {
      await this.#load();
    } catch {
      const again = element("a", { href: window.location.href }, "recharger la page");
      this.status.replaceChildren("La liste n’est pas arrivée\u00a0: vérifier la connexion, puis ", again);
      return;
    }
    if (this.chosen === chosen && this.limit === limit) this.#list();
  }

  #list() {
    const { actors, chosen } = this;
    const values = actors.map(({ sets }) => sets);
    for (const { code, select, choices } of this.facets) {
      for (const choice of select ? [] : choices) choice.number.textContent = count(values, chosen, code, choice);
    }
    const kept = ordered(
      actors.filter(({ sets }) => keeps(sets, chosen)),
      chosen,
    );
    this.common = commonPlace(kept, chosen);
    const cards = kept.slice(0, this.limit).map((actor) => card(actor, chosen, this));
    // Those that stay keep their place and the focus in them.
    const stay = this.listed?.chosen === chosen ? this.listed.count : 0;
    if (stay) this.results.append(...cards.slice(stay));
    else this.results.replaceChildren(...cards);
    this.listed = { chosen, count: cards.length };
    this.#say(write(chosen) !== "", kept.length, kept.length - cards.length);
  }

  #say(any, kept, left) {
    this.status.textContent = any ? `${kept} ${kept > 1 ? "acteurs correspondent" : "acteur correspond"}` : this.atRest;
    this.criteria.hidden = !any;
    this.criteria.textContent = this.facets
      .flatMap(({ summary, told }) => (told.textContent ? summary.textContent : []))
      .join("\u202f; ");
    this.place.hidden = !this.common;
    this.place.textContent = `Où ils agissent, sauf mention contraire\u00a0: ${this.words.territoire[this.common]}.`;
    this.see.hidden = !any;
    this.see.firstChild.textContent = kept > 1 ? `Voir ces ${kept} acteurs` : kept ? "Voir cet acteur" : "Voir ce qui manque";
    this.none.hidden = kept > 0;
    this.clear.hidden = !any;
    this.rest.hidden = left === 0;
    this.more.textContent = left > 1 ? `Voir les ${Math.min(left, this.atOnce)} suivants` : "Voir le dernier";
  }
}

const frame = document.querySelector("[data-finder=frame]");
if (frame) new Finder(frame);
