// The parts of minutes fold under their headings, each told by who speaks in it: on a telephone the long ones, everywhere
// those that the page says already as a list (data-retold: ids of their headings). Without this module nothing is hidden.
import { element } from "../common/element.js";
import { fold, NARROW } from "./folds.js";

const LONG = 600; // characters: less than a screen of a telephone
const SHORT = 200; // less than this hides more than it spares

export default function parts(script) {
  const body = script.querySelector(".prose");
  const retold = new Set(script.dataset.retold.split(" "));
  for (const heading of body.querySelectorAll(":scope > h2, :scope > h3")) {
    if (heading.parentElement !== body) continue; // folded with the part that it stands in
    const always = retold.has(heading.id);
    const content = following(heading, always ? "H2" : "H2 H3"); // what is said again folds whole
    const length = content.reduce((sum, one) => sum + one.textContent.length, 0);
    if (always ? length > SHORT : NARROW.matches && length > LONG) enclose(heading, content, always);
  }
}

function following(heading, until) {
  const found = [];
  const ends = until.split(" ");
  for (let one = heading.nextElementSibling; one && !ends.includes(one.tagName); one = one.nextElementSibling) found.push(one);
  return found;
}

function enclose(heading, content, always) {
  const heard = element("span", { class: "invisible" }, ` (${heading.textContent})`);
  const summary = element("summary", {}, words(content), heard);
  const details = element("details", { class: "fold part", "data-fold": always && "always" }, summary);
  heading.after(details);
  details.append(...content);
  fold(details, (target) => target === heading || details.contains(target));
}

function words(content) {
  const names = content.flatMap((one) => [...one.querySelectorAll(".speech-who")].map((name) => name.textContent));
  return names.length ? `Lire\u00a0: ${[...new Set(names)].join(", ")}` : "Lire cette partie";
}
