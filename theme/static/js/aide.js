/**
 * The finder « Qui peut aider ? »: the links of its facets become boxes to tick, and the list beside them narrows.
 *
 * The page holds the first actors and every count. All actors, with what each answers, are one script, loaded when
 * someone comes near the choices, so that it also works from a folder. What is chosen stands in the address. Without
 * JavaScript the links lead to plain pages.
 */
import { count, keeps, read, write } from "./aide/choix.js";
import { card } from "./aide/fiches.js";
import { element } from "./commun/element.js";
import { loadScript } from "./commun/script.js";

const WIDE = "(min-width: 56.25em)";

class Finder {
  constructor(frame) {
    const part = (name) => frame.querySelector(`[data-aide=${name}]`);
    for (const name of ["choix", "etat", "vide", "effacer", "voir", "resultats", "suite"]) this[name] = part(name);
    this.source = frame.dataset.aides;
    this.root = frame.dataset.racine;
    this.atRest = this.etat.textContent;
    this.atOnce = Number(frame.dataset.premiers);
    this.facets = [...this.choix.querySelectorAll("details")].map((details) => this.#facet(details));
    this.hues = Object.fromEntries(this.facets.flatMap(({ choices }) => choices.map(({ value, hue }) => [value, hue])));
    this.more = element("button", { type: "button", class: "aider-effacer" }, this.suite.textContent);
    this.suite.replaceChildren(this.more);
    this.choix.addEventListener("change", () => this.#choose(this.#ticked()));
    for (const sign of ["pointerover", "focusin"])
      this.choix.addEventListener(sign, () => this.#load().catch(() => {}), { once: true });
    this.more.addEventListener("click", () => this.#more());
    this.effacer.querySelector("button").addEventListener("click", () => this.#clear());
    window.addEventListener("popstate", () => this.#show(this.#asked()));
    this.chosen = this.#asked();
    this.limit = this.atOnce;
    if (write(this.chosen)) this.#show(this.chosen);
  }

  /** A facet: its links are read, then give place to boxes. */
  #facet(details) {
    const code = details.dataset.facette;
    const list = details.querySelector("ul");
    const group = element("div", {
      class: "aider-boites",
      role: "group",
      "aria-label": details.querySelector("summary").textContent,
    });
    const choices = [...list.children].map((line, rank) => {
      const [link, number] = [line.querySelector("a"), line.querySelector(".compte")];
      const box = element("input", { type: "checkbox", id: `aide-${code}-${rank}` });
      group.append(
        element("div", { class: "facette-choix" }, box, element("label", { for: box.id }, link.textContent, " ", number)),
      );
      const { valeur, accepte = valeur, teinte } = link.dataset;
      return { value: valeur, accepts: accepte.split(" "), hue: teinte, box, number };
    });
    list.replaceWith(group);
    if (window.matchMedia(WIDE).matches) details.open = true;
    return { code, details, choices };
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

  #asked() {
    return read(window.location.search, this.facets);
  }

  #ticked() {
    return Object.fromEntries(this.facets.map(({ code, choices }) => [code, choices.filter(({ box }) => box.checked)]));
  }

  #choose(chosen) {
    window.history.pushState(null, "", write(chosen) || window.location.pathname);
    this.#show(chosen);
  }

  #clear() {
    this.#choose(Object.fromEntries(this.facets.map(({ code }) => [code, []])));
    this.facets[0].choices[0].box.focus();
  }

  /** The next ones, below; reading goes on at the first of them. */
  async #more() {
    const before = this.resultats.children.length;
    await this.#show(this.chosen, before + this.atOnce);
    this.resultats.children[before]?.querySelector("a").focus();
  }

  /** Boxes at once; the list when the actors are there, unless something else was asked meanwhile. */
  async #show(chosen, limit = this.atOnce) {
    Object.assign(this, { chosen, limit });
    for (const { code, details, choices } of this.facets) {
      for (const choice of choices) choice.box.checked = chosen[code].includes(choice);
      if (chosen[code].length) details.open = true;
    }
    try {
      await this.#load();
    } catch {
      const again = element("a", { href: window.location.href }, "recharger la page");
      this.etat.replaceChildren("La liste n’est pas arrivée\u00a0: vérifier la connexion, puis ", again);
      return;
    }
    if (this.chosen === chosen && this.limit === limit) this.#list();
  }

  #list() {
    const { actors, chosen } = this;
    const values = actors.map(({ sets }) => sets);
    for (const { code, choices } of this.facets) {
      for (const choice of choices) choice.number.textContent = count(values, chosen, code, choice);
    }
    const kept = actors.filter(({ sets }) => keeps(sets, chosen));
    const cards = kept.slice(0, this.limit).map((actor) => card(actor, chosen, this));
    // Those that stay keep their place and the focus in them.
    const stay = this.listed?.chosen === chosen ? this.listed.count : 0;
    if (stay) this.resultats.append(...cards.slice(stay));
    else this.resultats.replaceChildren(...cards);
    this.listed = { chosen, count: cards.length };
    this.#say(write(chosen) !== "", kept.length, kept.length - cards.length);
  }

  #say(any, kept, left) {
    this.etat.textContent = any ? `${kept} ${kept > 1 ? "acteurs correspondent" : "acteur correspond"}` : this.atRest;
    this.voir.hidden = !any;
    this.voir.firstChild.textContent = kept > 1 ? `Voir ces ${kept} acteurs` : kept ? "Voir cet acteur" : "Voir ce qui manque";
    this.vide.hidden = kept > 0;
    this.effacer.hidden = !any;
    this.suite.hidden = left === 0;
    this.more.textContent = left > 1 ? `Voir les ${Math.min(left, this.atOnce)} suivants` : "Voir le dernier";
  }
}

const frame = document.querySelector("[data-aide=cadre]");
if (frame) new Finder(frame);
