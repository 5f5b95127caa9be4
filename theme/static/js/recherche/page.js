/**
 * The search page: what the address asks for is shown, and what is chosen goes into the address.
 */
import { count, element, marks, quoted } from "./elements.js";
import { STEP, read, write } from "./etat.js";
import { Facettes } from "./facettes.js";
import { describe, spelling } from "./fiches.js";

const PAUSE = 400;

export class PageDeRecherche {
  constructor({ root, engine, address }) {
    Object.assign(this, { root, engine, address, latest: 0, title: document.title });
    const part = (name) => root.querySelector(`[data-page=${name}]`);
    for (const name of ["champ", "etat", "resultats", "facettes", "suite", "aide", "propose"]) this[name] = part(name);
    this.form = root.querySelector("form");
    this.form.hidden = false;
    this.state = read(window.location.search);
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#ask();
    });
    this.champ.addEventListener("input", () => {
      clearTimeout(this.pause);
      this.pause = setTimeout(() => this.#ask({ replace: true }), PAUSE);
    });
    this.facettes.addEventListener("change", () => this.#ask({ chosen: this.#chosen() }));
    this.suite.addEventListener("click", () => this.#more());
    window.addEventListener("popstate", () => this.#show(read(window.location.search)));
    this.#show(this.state);
  }

  /** A new question: into the address, then shown. Typing replaces the entry of the history, a choice adds one. */
  #ask({ chosen = this.state.chosen, replace = false } = {}) {
    clearTimeout(this.pause);
    const query = this.champ.value.trim();
    const state = { query, chosen: query === this.state.query ? chosen : {}, shown: STEP };
    const address = write(state);
    if (address === write(this.state)) return;
    window.history[replace && this.state.query ? "replaceState" : "pushState"](null, "", address);
    this.#show(state);
  }

  #chosen() {
    const chosen = {};
    for (const { name, value } of this.facettes.querySelectorAll("input:checked")) (chosen[name] ??= []).push(value);
    return chosen;
  }

  async #more() {
    const first = this.state.shown;
    const state = { ...this.state, shown: first + STEP };
    window.history.replaceState(null, "", write(state));
    await this.#show(state);
    this.resultats.children[first]?.querySelector("a")?.focus();
  }

  async #show(state) {
    const turn = (this.latest += 1);
    this.state = state;
    if (this.champ.value.trim() !== state.query) this.champ.value = state.query;
    if (!state.query) return this.#render({ results: [], kept: [], shown: [], facets: [] });
    try {
      const { results, stems, suggestion } = await this.engine().search(state.query);
      const facets = new Facettes(await this.engine().depot.piece("facettes"));
      const kept = results.filter(({ page }) => facets.keeps(page, state.chosen));
      const shown = await describe(this.engine(), kept.slice(0, state.shown), stems);
      const proposed = suggestion ? await spelling(this.engine(), results, suggestion) : "";
      if (turn !== this.latest) return undefined;
      return this.#render({ results, kept, shown, proposed, facets: facets.counts(results, state.chosen) });
    } catch (error) {
      return turn === this.latest ? this.#fail(error) : undefined;
    }
  }

  #render({ results, kept, shown, facets, proposed = "" }) {
    const { query } = this.state;
    const short = quoted(query);
    document.title = query ? `${short} \u2014 ${this.title}` : this.title;
    this.resultats.replaceChildren(...shown.map((result) => this.#result(result)));
    this.suite.hidden = kept.length <= shown.length;
    this.aide.hidden = kept.length > 0;
    this.#facets(facets);
    this.propose.hidden = !proposed;
    this.propose.replaceChildren(...(proposed ? ["Vouliez-vous dire ", element("a", { href: write({ query: proposed }) }, quoted(proposed)), "\u202f?"] : []));
    if (!query) this.etat.replaceChildren();
    else if (kept.length) this.etat.replaceChildren(`${count(kept.length, "résultat", "résultats")} pour ${short}`);
    else if (results.length) this.etat.replaceChildren(`Rien ne répond à ${short} avec ces choix\u00a0: retirez-en un.`);
    else this.etat.replaceChildren(`Rien ne répond à ${short}. Essayez un mot plus court ou plus courant, ou l’un des chemins ci-dessous.`);
  }

  #result({ url, anchor, heading, title, titleParts, acronym, kind, family, date, parts }) {
    const link = element("a", { href: this.address(url), class: "trouve-lien" }, ...marks(titleParts));
    const short = acronym && acronym !== title ? element("span", { class: "trouve-sigle" }, ` (${acronym})`) : null;
    const marksOfIt = [kind, family === title ? "" : family, date].filter(Boolean).join(" · ");
    return element("li", { class: "trouve" },
      element("h2", { class: "trouve-titre" }, link, short),
      element("p", { class: "trouve-reperes" }, marksOfIt),
      element("p", { class: "trouve-extrait" }, ...marks(parts)),
      heading ? element("p", { class: "trouve-section" }, "Dans ", element("a", { href: this.address(url, anchor) }, heading)) : null);
  }

  #facets(facets) {
    const focused = this.facettes.contains(document.activeElement) ? document.activeElement.id : "";
    this.facettes.hidden = !facets.length;
    this.facettes.replaceChildren(...facets.map(({ name, label, values }) => element("fieldset", { class: "facette" },
      element("legend", {}, label),
      ...values.map(({ value, count: number, chosen }, rank) => {
        const id = `facette-${name}-${value.replace(/[^\p{L}\p{N}]+/gu, "-")}`;
        const box = element("input", { type: "checkbox", id, name, value });
        box.checked = chosen;
        return element("div", { class: "facette-choix", "data-rang": rank }, box,
          element("label", { for: id }, `${value} `, element("span", { class: "facette-nombre" }, `(${number})`)));
      }))));
    if (focused) document.getElementById(focused)?.focus();
  }

  #fail() {
    const retry = element("button", { type: "button", class: "recherche-bouton" }, "Réessayer");
    retry.addEventListener("click", () => this.#show(this.state));
    this.#render({ results: [], kept: [], shown: [], facets: [] });
    this.etat.replaceChildren("La recherche n’a pas pu se charger\u00a0: vérifiez la connexion. ", retry);
  }
}
