/**
 * The search page: what the address asks for is shown, and what is chosen goes into the address.
 */

import { show } from "../common/waiting.js";
import { describe, spelling } from "./cards.js";
import { resultItem } from "./display.js";
import { failure, quoted } from "./elements.js";
import { Memory } from "./memory.js";
import { painted, pause } from "./pause.js";
import { read, STEP, write } from "./state.js";
import { described, needItem, readAs, reserve, told } from "./suggestions.js";

const PAUSE = 400;
// What a first screen holds is shown as soon as it is there; the others follow, some at a time: a telephone lays out what it is
// given at once in one task. Proposed needs fill half of that screen.
const SOON = 4;
const NOTHING = { needs: [], results: [], kept: [], listed: [], shown: [] };
// As in the style sheet: from here on there is room for a margin.
const WIDE = "(min-width: 56.25em)";

export class SearchPage {
  /**
   * @param {{root: HTMLElement, engine: () => object, address: Function, recents: object, later: () => Promise<object>}} parts `later`
   *   fetches what narrows the results.
   */
  constructor({ root, engine, address, recents, later }) {
    Object.assign(this, { root, engine, address, recents, later, latest: 0, title: document.title });
    const part = (name) => root.querySelector(`[data-page=${name}]`);
    for (const name of ["field", "status", "results", "refine", "facets", "more", "help", "proposed"]) this[name] = part(name);
    for (const name of ["danger", "needs", "suggestions", "caveat"]) this[name] = part(name);
    this.form = root.querySelector("form");
    this.form.hidden = false;
    part("no-script").remove();
    this.refine.open = window.matchMedia(WIDE).matches;
    this.memory = new Memory(part("memory"), recents, (query) => write({ query }));
    this.state = read(window.location.search);
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#keep(this.field.value);
      this.#ask();
    });
    this.field.addEventListener("input", () => {
      clearTimeout(this.pause);
      this.pause = setTimeout(() => this.#ask({ replace: true }), PAUSE);
    });
    this.facets.addEventListener("change", () => this.#ask({ chosen: this.#chosen() }));
    // A result that was opened: what was typed was worth keeping.
    this.results.addEventListener("click", ({ target }) => target.closest("a") && this.#keep(this.state.query));
    this.more.addEventListener("click", () => this.#more());
    window.addEventListener("popstate", () => this.#show(read(window.location.search)));
    this.#show(this.state);
  }

  /** A new question: into the address, then shown. Typing replaces the entry of the history, a choice adds one. */
  #ask({ chosen = this.state.chosen, replace = false } = {}) {
    clearTimeout(this.pause);
    const query = this.field.value.trim();
    const same = query === this.state.query;
    const state = { query, chosen: same ? chosen : {}, shown: STEP, literal: same && this.state.literal };
    const address = write(state);
    if (address === write(this.state)) return;
    window.history[replace && this.state.query ? "replaceState" : "pushState"](null, "", address);
    this.#show(state);
  }

  #keep(query) {
    this.recents.keep(query);
    this.memory.show();
  }

  #chosen() {
    const chosen = {};
    for (const { name, value } of this.facets.querySelectorAll("input:checked")) chosen[name] = [...(chosen[name] ?? []), value];
    return chosen;
  }

  async #more() {
    const first = this.state.shown;
    const state = { ...this.state, shown: first + STEP };
    window.history.replaceState(null, "", write(state));
    await this.#show(state);
    this.results.children[first]?.querySelector("a")?.focus();
  }

  async #show(state) {
    this.latest += 1;
    const turn = this.latest;
    this.state = state;
    if (this.field.value.trim() !== state.query) this.field.value = state.query;
    if (!state.query) return this.#render(NOTHING);
    try {
      const engine = this.engine();
      const { needs, danger, results, stems, suggestion, time } = await engine.search(state.query, { literal: state.literal });
      const choosing = Object.keys(state.chosen).length > 0;
      // What narrows nothing can wait until the results are shown; once it came, boxes and results change together.
      if (choosing) await this.#load();
      const kept = choosing ? this.narrowing.narrowed(results, state.chosen) : results;
      // What is suggested above is not shown twice, unless it is what the visitor's choices left.
      const listed = choosing ? kept : kept.filter(({ page }) => !needs.some((need) => need.page === page));
      const soon = needs.length ? SOON / 2 : SOON;
      const shown = await describe(engine, listed.slice(0, soon), stems);
      const meant = await described(engine, needs);
      const understood = suggestion ? await spelling(engine, results, suggestion) : "";
      await pause();
      if (turn !== this.latest) return undefined;
      if (this.narrowing && !(await this.#narrow(results, turn))) return undefined;
      const narrowed = this.narrowing;
      const answered = needs.length > 0 || results.some(({ sure }) => sure);
      this.root.dispatchEvent(new CustomEvent("answer", { detail: { query: state.query, answered } }));
      this.#render({ needs: meant, danger, results, kept, listed, shown, understood, time });
      const others = await describe(engine, listed.slice(soon, state.shown), stems);
      for (let first = 0; first < others.length; first += SOON) {
        await painted();
        if (turn !== this.latest) return undefined;
        this.results.append(...others.slice(first, first + SOON).map((result) => resultItem(result, this.address)));
      }
      await painted();
      if (narrowed) return undefined;
      await this.#load().catch(() => {});
      return this.#narrow(results, turn);
    } catch {
      return turn === this.latest ? this.#fail() : undefined;
    }
  }

  /** Fetches what narrows the results; it stays. */
  async #load() {
    if (this.narrowing) return;
    const [{ Facets, facetGroup }, pieces] = await Promise.all([this.later(), this.engine().facets()]);
    this.facetGroup = facetGroup;
    this.narrowing = new Facets(...pieces);
  }

  /** Draws the boxes that narrow the results, none when they did not arrive; false if another question came in between. */
  async #narrow(results, turn) {
    const counted = this.narrowing?.counts(results, this.state.chosen) ?? [];
    await pause();
    if (turn !== this.latest) return false;
    this.#facets(counted.map(this.facetGroup));
    return true;
  }

  #render({ needs, danger = false, results, kept, listed, shown, understood = "", time = null }) {
    const { query } = this.state;
    document.title = query ? `${quoted(query)} \u2014 ${this.title}` : this.title;
    // A content without urgent needs has no numbers to show.
    if (this.danger) this.danger.hidden = !danger;
    this.needs.hidden = !needs.length;
    this.suggestions.replaceChildren(...needs.map((need) => needItem(need, this.address)));
    const warning = reserve({ results, listed });
    this.caveat.hidden = !warning;
    this.caveat.textContent = warning;
    this.results.replaceChildren(...shown.map((result) => resultItem(result, this.address)));
    this.more.hidden = listed.length <= this.state.shown;
    this.help.hidden = needs.length > 0 || kept.some(({ sure }) => sure);
    // Its place is kept, so that results do not move when the facets come.
    this.refine.hidden = this.narrowing ? !this.facets.children.length || !query : !results.length;
    const dated = time?.understood ?? [];
    this.proposed.hidden = !(understood || dated.length);
    this.proposed.replaceChildren(...(this.proposed.hidden ? [] : readAs({ query, understood, dated, address: write })));
    this.status.replaceChildren(told({ query, needs, results, kept }));
    show();
  }

  #facets(groups) {
    const focused = this.facets.contains(document.activeElement) ? document.activeElement.id : "";
    this.refine.hidden = !groups.length;
    this.facets.replaceChildren(...groups);
    // The box that was used may have nothing left to count.
    if (focused) (document.getElementById(focused) ?? this.refine.querySelector("summary")).focus();
  }

  #fail() {
    this.#render(NOTHING);
    this.status.replaceChildren(...failure(() => this.#show(this.state)));
  }
}
