/**
 * On the search page: whether what was typed is kept on this device, what is kept, how to forget it.
 */
import { element } from "../common/element.js";
import { quoted } from "./elements.js";

export class Memory {
  /** @param {HTMLElement} root holds a box and a list; @param {Function} address query → address of its results. */
  constructor(root, recents, address) {
    Object.assign(this, { root, recents, address });
    this.box = root.querySelector("[data-memory=agreement]");
    this.list = root.querySelector("[data-memory=list]");
    // Where the device refuses to keep anything, nothing is offered.
    root.hidden = !recents.storage;
    this.box.checked = recents.agreed;
    this.box.addEventListener("change", () => {
      if (!recents.agree(this.box.checked)) this.box.checked = false;
      this.show();
    });
    this.show();
  }

  show() {
    const { queries } = this.recents;
    this.list.hidden = !queries.length;
    this.list
      .querySelector("ul")
      .replaceChildren(...queries.map((query) => element("li", {}, element("a", { href: this.address(query) }, quoted(query)))));
  }
}
