// A card on links to actors and to the glossary: by pointer, keyboard and touch; Escape dismisses it (WCAG 1.4.13).
// Its text comes with the page, in a JSON block; without this module the links work as links.

const DELAY = 250; // milliseconds: a pointer that only passes by opens nothing
const LINKS = "a[href*='/acteurs/'], a[href*='glossaire/#']";
const ACTOR = /\/acteurs\/([a-z0-9-]+)\/(?:index\.html)?$/;

export default function bulles(block) {
  const { acteurs, termes } = JSON.parse(block.textContent);
  const card = document.createElement("div");
  Object.assign(card, { id: "bulle", className: "bulle", hidden: true });
  card.setAttribute("role", "tooltip");
  document.body.append(card);
  let link = null;
  let timer = 0;

  const close = () => {
    clearTimeout(timer);
    link?.removeAttribute("aria-describedby");
    link = null;
    card.hidden = true;
  };

  const open = (target) => {
    const lines = linesOf(target, acteurs, termes);
    if (!lines || link === target) return;
    close();
    link = target;
    card.replaceChildren(...lines.map(([name, text]) => paragraph(name, text)));
    card.hidden = false;
    link.setAttribute("aria-describedby", card.id);
    place(card, link);
  };

  const closest = (event) => event.target.closest?.(LINKS);
  const later = (action) => {
    clearTimeout(timer);
    timer = setTimeout(action, DELAY);
  };

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const target = closest(event);
    if (target) later(() => open(target));
    else if (card.contains(event.target)) clearTimeout(timer);
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
  });
  // By touch, the first tap on a term says what it means, the second one follows the link.
  document.addEventListener("click", (event) => {
    const target = closest(event);
    if (event.pointerType === "touch" && target && target.hash && target !== link && linesOf(target, acteurs, termes)) {
      event.preventDefault();
      open(target);
    } else if (!target) close();
  });
}

/** @returns {[string, string][] | undefined} class suffix and text of each line of the card */
export function linesOf(link, acteurs, termes) {
  const { pathname, hash } = new URL(link.href);
  const lines = acteurs[ACTOR.exec(pathname)?.[1]] ?? termes[hash.slice(1)];
  return lines && Object.entries(lines);
}

function paragraph(name, text) {
  const line = document.createElement("p");
  line.className = `bulle-${name}`;
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
