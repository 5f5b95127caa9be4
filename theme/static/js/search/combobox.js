/**
 * The search of the header: results while typing, by kind (ARIA 1.2, combobox with a list of options).
 *
 * The arrows choose, Enter opens, Escape closes, then empties.
 */
import { Announcer } from "./announcer.js";
import { describe, spelling, withNeeds } from "./cards.js";
import { count, failure, quoted } from "./elements.js";
import { Listbox } from "./listbox.js";
import { pause } from "./pause.js";
import { proposals, recentOptions } from "./proposals.js";

const SHOWN = 8;

export class Combobox {
  /** @param {{root: HTMLElement, engine: () => object, address: Function, searchPage: Function, recents: object}} parts */
  constructor({ root, engine, address, searchPage, recents }) {
    Object.assign(this, { root, engine, address, searchPage, recents, latest: 0 });
    const part = (name) => root.querySelector(`[data-search=${name}]`);
    this.input = part("field");
    this.panel = part("panel");
    this.status = part("status");
    this.list = new Listbox(this.input, part("list"));
    this.announcer = new Announcer(part("announcer"));
    this.#listen();
  }

  #listen() {
    const { input, root } = this;
    input.setAttribute("role", "combobox");
    for (const [name, value] of [
      ["expanded", "false"],
      ["autocomplete", "list"],
      ["controls", this.list.root.id],
    ]) {
      input.setAttribute(`aria-${name}`, value);
    }
    input.addEventListener("focus", () => this.#enter());
    input.addEventListener("input", () => this.update());
    input.addEventListener("keydown", (event) => this.#key(event));
    root.addEventListener("submit", (event) => this.#submit(event));
    root.addEventListener("focusout", ({ relatedTarget }) => root.contains(relatedTarget) || this.close());
    // The field may have been used before this script came.
    if (document.activeElement === input) this.#enter();
    if (document.activeElement === input && input.value) this.update();
  }

  #enter() {
    this.engine()
      .open()
      .catch(() => {});
    if (!this.input.value.trim()) this.#showRecents();
  }

  #key(event) {
    const { key } = event;
    if (key === "Escape") {
      if (this.isOpen) this.close();
      else this.input.value = "";
    } else if ((key === "ArrowDown" || key === "ArrowUp") && this.list.options.length) {
      if (!this.isOpen) this.open();
      this.list.move(key === "ArrowDown" ? 1 : -1);
    } else if (key === "Enter" && this.isOpen && this.list.address) {
      this.go(this.list.address);
    } else return;
    event.preventDefault();
  }

  #submit(event) {
    event.preventDefault();
    if (this.input.value.trim()) this.go(this.searchPage(this.input.value));
    else this.input.focus();
  }

  go(address) {
    this.recents.keep(this.input.value);
    window.location.assign(address);
  }

  get isOpen() {
    return !this.panel.hidden;
  }

  open() {
    this.panel.hidden = false;
    this.input.setAttribute("aria-expanded", String(this.list.options.length > 0));
  }

  close() {
    this.latest += 1;
    this.panel.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.announcer.say("");
    this.list.choose(-1);
  }

  /** Searches what is in the field; an answer that comes after a later question, or after Escape, is dropped. */
  async update() {
    const typed = this.input.value;
    this.latest += 1;
    const turn = this.latest;
    if (!typed.trim()) return this.#showRecents();
    const current = () => turn === this.latest && this.root.contains(document.activeElement);
    try {
      const { needs, danger, results: found, stems, suggestion } = await this.engine().search(typed);
      if (!current()) return undefined;
      // What cannot wait comes first; the other needs are proposed by the page.
      const results = danger ? withNeeds(needs, found) : found;
      const shown = await describe(this.engine(), results.slice(0, SHOWN), stems);
      const understood = suggestion ? await spelling(this.engine(), results, suggestion) : "";
      await pause();
      return current() && this.#show(typed, shown, results.length, understood);
    } catch {
      return current() && this.#fail();
    }
  }

  #show(typed, shown, total, understood) {
    const { address } = this;
    this.list.fill(
      proposals({ id: this.list.root.id, shown, address, all: this.searchPage(typed), go: (chosen) => this.go(chosen) }),
    );
    const found = `${count(total, "résultat", "résultats")}${understood ? ` pour ${quoted(understood)}` : ""}`;
    this.#tell(total ? found : `Rien ne répond à ${quoted(typed)}. Entrée\u00a0: d’autres chemins.`);
  }

  /** Nothing is typed: the last searches, if the visitor has them kept. */
  #showRecents() {
    const { queries } = this.recents;
    if (!queries.length) return this.close();
    this.list.fill(
      recentOptions({ id: this.list.root.id, queries, searchPage: this.searchPage, go: (chosen) => this.go(chosen) }),
    );
    return this.#tell("Vos dernières recherches");
  }

  #fail() {
    this.list.fill([]);
    this.#tell(
      ...failure(() => {
        this.input.focus();
        this.update();
      }),
    );
  }

  #tell(sentence, ...others) {
    this.status.replaceChildren(sentence, ...others);
    this.announcer.say(sentence);
    this.open();
  }
}
