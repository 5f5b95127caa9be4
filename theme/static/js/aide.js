/**
 * The finder « Qui peut aider ? »: the links of its facets become boxes to tick, and the list below narrows.
 *
 * The page holds every actor with its reasons, each marked by facet and value: an actor is kept by a reason, and that
 * reason is then shown. What is chosen stands in the address. Without this script the links lead to plain pages.
 */
import { count, keeps, read, satisfies, write } from "./aide/choix.js";

const WIDE = "(min-width: 56.25em)";

class Finder {
  constructor(frame) {
    const part = (name) => frame.querySelector(`[data-aide=${name}]`);
    for (const name of ["choix", "etat", "vide", "effacer", "voir", "resultats"]) this[name] = part(name);
    this.atRest = this.etat.textContent;
    this.facets = [...this.choix.querySelectorAll("details")].map((details) => this.#facet(details));
    this.actors = [...this.resultats.children].map((element) => this.#actor(element));
    this.choix.addEventListener("change", () => this.#choose(this.#ticked()));
    this.effacer.querySelector("button").addEventListener("click", () => this.#clear());
    window.addEventListener("popstate", () => this.#show(read(window.location.search, this.facets)));
    this.#show(read(window.location.search, this.facets));
  }

  /** A facet: its links are read, then give place to boxes. */
  #facet(details) {
    const code = details.dataset.facette;
    const list = details.querySelector("ul");
    const group = document.createElement("div");
    group.className = "aider-boites";
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", details.querySelector("summary").textContent);
    const choices = [...list.querySelectorAll("a")].map((link, rank) => {
      const box = Object.assign(document.createElement("input"), { type: "checkbox", id: `aide-${code}-${rank}` });
      const label = document.createElement("label");
      const number = Object.assign(document.createElement("span"), { className: "compte" });
      label.htmlFor = box.id;
      label.append(link.textContent, " ", number);
      const line = document.createElement("div");
      line.className = "facette-choix";
      line.append(box, label);
      group.append(line);
      return { value: link.dataset.valeur, accepts: link.dataset.accepte.split(" "), box, number };
    });
    list.replaceWith(group);
    if (window.matchMedia(WIDE).matches) details.open = true;
    return { code, details, choices };
  }

  /** An actor: the values that its reasons say, by facet. */
  #actor(element) {
    const reasons = [...element.querySelectorAll("[data-facette]")];
    const values = {};
    for (const { dataset } of reasons) (values[dataset.facette] ??= new Set()).add(dataset.valeur);
    return { element, reasons, values };
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

  #show(chosen) {
    const values = this.actors.map((actor) => actor.values);
    for (const { code, details, choices } of this.facets) {
      for (const choice of choices) {
        choice.box.checked = chosen[code].includes(choice);
        choice.number.textContent = count(values, chosen, code, choice);
      }
      if (chosen[code].length) details.open = true;
    }
    const kept = this.actors.filter((actor) => {
      const stays = keeps(actor.values, chosen);
      actor.element.hidden = !stays;
      for (const reason of actor.reasons) this.#reason(reason, chosen);
      return stays;
    }).length;
    const any = Object.values(chosen).some((choices) => choices.length);
    this.etat.textContent = any ? `${kept} ${kept > 1 ? "acteurs correspondent" : "acteur correspond"}` : this.atRest;
    this.voir.hidden = !any;
    this.voir.firstChild.textContent = kept > 1 ? `Voir ces ${kept} acteurs` : kept ? "Voir cet acteur" : "Voir ce qui manque";
    this.vide.hidden = kept > 0;
    this.effacer.hidden = !any;
  }

  /** A reason is seen when it is one of the causes; a role or a family is always seen, and then stands out. */
  #reason(element, chosen) {
    const { facette, valeur } = element.dataset;
    const own = { [facette]: new Set([valeur]) };
    const matters = chosen[facette].some((choice) => satisfies(own, facette, choice));
    if (element.classList.contains("raison")) element.hidden = !matters;
    else element.classList.toggle("est-choisi", matters);
  }
}

const frame = document.querySelector("[data-aide=cadre]");
if (frame) new Finder(frame);
