// A card on links to actors and to the glossary: by pointer, keyboard and touch; Escape dismisses it (WCAG 1.4.13).
// What cards say is one file for the whole site, loaded when the first of them is wanted; without it the links work as links.
import { loadScript } from "../common/script.js";

const DELAY = 250; // milliseconds: a pointer that only passes by opens nothing
// In a list, an actor's entry already says what its card would.
const LINKS = "main a[href*='/acteurs/']:not(.card-link), main a[href*='glossaire/#'], a[href*='glossaire/index.html#']";
const ACTOR = /\/acteurs\/([a-z0-9-]+)\/(?:index\.html)?$/;

export default function cards(element) {
  const arrival = once(() => loadScript(element.dataset.cards).then(() => window.cartes));
  const card = document.createElement("div");
  Object.assign(card, { id: "bulle", className: "hovercard", hidden: true });
  card.setAttribute("role", "tooltip");
  document.body.append(card);
  let link = null; // whose card is shown, or on its way
  let timer = 0;

  const close = () => {
    clearTimeout(timer);
    link?.removeAttribute("aria-describedby");
    link = null;
    card.hidden = true;
  };

  /** @returns {Promise<boolean>} whether there is a card to show */
  const open = async (target) => {
    if (link === target) return true;
    close();
    link = target;
    const lines = linesOf(target, await arrival());
    if (link !== target) return true; // meanwhile, attention went elsewhere
    if (!lines) {
      close();
      return false;
    }
    card.replaceChildren(...lines.map(([name, text]) => paragraph(name, text)));
    card.hidden = false;
    link.setAttribute("aria-describedby", card.id);
    place(card, link);
    return true;
  };

  const closest = (event) => event.target.closest?.(LINKS);
  const later = (action) => {
    clearTimeout(timer);
    timer = setTimeout(action, DELAY);
  };

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const target = closest(event);
    if (target) {
      arrival();
      later(() => open(target));
    } else if (card.contains(event.target)) clearTimeout(timer);
    else if (link && link !== document.activeElement) later(close);
    else if (!link) clearTimeout(timer);
  });
  document.addEventListener("focusin", (event) => {
    const target = closest(event);
    if (target?.matches(":focus-visible")) open(target);
    else close();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    // The first stops of the page leave the time to load what the next ones say: heard as soon as they are reached.
    if (event.key === "Tab") arrival();
  });
  // By touch, the first tap on a term says what it means, the second one follows the link.
  document.addEventListener("click", async (event) => {
    const target = closest(event);
    if (event.pointerType === "touch" && target?.hash && !ACTOR.test(target.pathname) && target !== link) {
      event.preventDefault();
      if (!(await open(target))) location.assign(target.href);
    } else if (!target) close();
  });
}

/** @returns {[string, string][] | undefined} class suffix and text of each line of the card */
export function linesOf(link, { acteurs, termes }) {
  const { pathname, hash } = new URL(link.href);
  const lines = acteurs[ACTOR.exec(pathname)?.[1]] ?? termes[hash.slice(1)];
  return lines && Object.entries(lines);
}

/** The same promise at each call; one that failed gives no card now, and is tried again at the next call. */
function once(action) {
  let promise = null;
  return () =>
    (promise ??= action().catch(() => {
      promise = null;
      return { acteurs: {}, termes: {} };
    }));
}

function paragraph(name, text) {
  const line = document.createElement("p");
  line.className = `hovercard-${name}`;
  line.textContent = text;
  return line;
}

/** Below the link, or above it when there is no room below; never outside the window. */
function place(card, link) {
  const first = link.getClientRects()[0];
  const { width, height } = card.getBoundingClientRect();
  const left = Math.max(8, Math.min(first.left, document.documentElement.clientWidth - width - 8));
  const below = first.bottom + 6 + height <= window.innerHeight;
  card.style.left = `${left + window.scrollX}px`;
  card.style.top = `${(below ? first.bottom + 6 : first.top - height - 6) + window.scrollY}px`;
}
