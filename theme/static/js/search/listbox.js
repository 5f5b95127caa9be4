/**
 * The options under a field: which one is chosen, told to assistive technology (ARIA 1.2, `aria-activedescendant`).
 */
export class Listbox {
  /** @param {HTMLInputElement} input the field; @param {HTMLElement} root the element that lists. */
  constructor(input, root) {
    Object.assign(this, { input, root, options: [], active: -1 });
  }

  fill(items) {
    this.choose(-1);
    this.root.replaceChildren(...items);
    this.options = [...this.root.querySelectorAll("[role=option]")];
    this.root.hidden = !this.options.length;
  }

  /** The next option, or the one before; one place of the round is the field itself: no option is chosen there. */
  move(step) {
    const size = this.options.length + 1;
    this.choose(((this.active + 1 + step + size) % size) - 1);
  }

  choose(rank) {
    this.options[this.active]?.setAttribute("aria-selected", "false");
    this.active = rank;
    const option = this.options[rank];
    if (!option) return this.input.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    return this.input.setAttribute("aria-activedescendant", option.id);
  }

  /** The address of the chosen option; undefined when none is. */
  get address() {
    return this.options[this.active]?.dataset.address;
  }
}
