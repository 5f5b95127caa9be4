/**
 * The search of the header: results while typing, by kind (ARIA 1.2, combobox with a list of options).
 *
 * `/` or Ctrl-K comes to the field, the arrows choose, Enter opens, Escape closes, then empties.
 */
import { count, element, quoted } from "./elements.js";
import { describe } from "./fiches.js";
import { proposals } from "./propositions.js";

const SHOWN = 8;

export class Combobox {
  /** @param {{root: HTMLElement, engine: () => object, address: Function, searchPage: Function}} parts */
  constructor({ root, engine, address, searchPage }) {
    Object.assign(this, { root, engine, address, searchPage, latest: 0, options: [], active: -1 });
    this.input = root.querySelector("[data-recherche=champ]");
    this.panel = root.querySelector("[data-recherche=panneau]");
    this.list = root.querySelector("[data-recherche=liste]");
    this.status = root.querySelector("[data-recherche=etat]");
    this.form = root;
    this.#listen();
  }

  #listen() {
    const { input, root } = this;
    input.setAttribute("role", "combobox");
    for (const [name, value] of [["expanded", "false"], ["autocomplete", "list"], ["controls", this.list.id]]) {
      input.setAttribute(`aria-${name}`, value);
    }
    input.addEventListener("focus", () => this.engine().open().catch(() => {}));
    input.addEventListener("input", () => this.update());
    input.addEventListener("keydown", (event) => this.#key(event));
    this.form.addEventListener("submit", (event) => this.#submit(event));
    root.addEventListener("focusout", ({ relatedTarget }) => root.contains(relatedTarget) || this.close());
    document.addEventListener("keydown", (event) => this.#shortcut(event));
    // The field may have been used before this script came.
    if (document.activeElement === input && input.value) this.update();
  }

  #shortcut(event) {
    const writing = event.target.closest?.("input, textarea, select, [contenteditable]");
    const control = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k";
    const slash = event.key === "/" && !writing && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!control && !slash) return;
    event.preventDefault();
    this.input.focus();
    this.input.select();
  }

  #key(event) {
    const { key } = event;
    if (key === "Escape") {
      if (this.isOpen) this.close();
      else this.input.value = "";
    } else if ((key === "ArrowDown" || key === "ArrowUp") && this.options.length) {
      if (!this.isOpen) this.open();
      const size = this.options.length + 1;
      // One place of the round is the field itself: no option is chosen there.
      this.choose(((this.active + 1 + (key === "ArrowDown" ? 1 : -1) + size) % size) - 1);
    } else if (key === "Enter" && this.isOpen && this.active >= 0) {
      this.go(this.options[this.active].dataset.adresse);
    } else return;
    event.preventDefault();
  }

  #submit(event) {
    event.preventDefault();
    if (this.input.value.trim()) this.go(this.searchPage(this.input.value));
    else this.input.focus();
  }

  go(address) {
    window.location.assign(address);
  }

  get isOpen() {
    return !this.panel.hidden;
  }

  open() {
    this.panel.hidden = false;
    this.input.setAttribute("aria-expanded", String(this.options.length > 0));
  }

  close() {
    this.panel.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.choose(-1);
  }

  choose(rank) {
    this.options[this.active]?.setAttribute("aria-selected", "false");
    this.active = rank;
    const option = this.options[rank];
    if (!option) return this.input.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView?.({ block: "nearest" });
    return this.input.setAttribute("aria-activedescendant", option.id);
  }

  /** Searches what is in the field; an answer that comes after a later question is dropped. */
  async update() {
    const typed = this.input.value;
    const turn = (this.latest += 1);
    if (!typed.trim()) return this.close();
    try {
      const { results, stems } = await this.engine().search(typed);
      const shown = await describe(this.engine(), results.slice(0, SHOWN), stems);
      if (turn === this.latest) this.show(typed, shown, results.length);
    } catch {
      if (turn === this.latest) this.fail();
    }
  }

  show(typed, shown, total) {
    const { address, list } = this;
    list.replaceChildren(...proposals({
      id: list.id, shown, address, all: this.searchPage(typed), go: (chosen) => this.go(chosen),
    }));
    this.options = [...list.querySelectorAll("[role=option]")];
    this.active = -1;
    this.choose(-1);
    list.hidden = !shown.length;
    this.status.replaceChildren(total ? count(total, "résultat", "résultats") : `Rien ne répond à ${quoted(typed)}. Entrée\u00a0: d’autres chemins.`);
    this.open();
  }

  fail() {
    const retry = element("button", { type: "button", class: "recherche-bouton" }, "Réessayer");
    retry.addEventListener("click", () => {
      this.input.focus();
      this.update();
    });
    this.options = [];
    this.list.replaceChildren();
    this.list.hidden = true;
    this.status.replaceChildren("La recherche n’a pas pu se charger\u00a0: vérifiez la connexion. ", retry);
    this.open();
  }
}
