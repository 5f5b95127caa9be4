// A long list folds: on a telephone, or everywhere when it says so (data-fold="always"). The page is written unfolded:
// without this module, and on paper, nothing is hidden; an address that leads into the list, or to its heading, unfolds it.

export const NARROW = matchMedia("screen and (max-width: 56.24em)"); // as in layout.css

export default function folds(details) {
  const around = details.closest("section, nav") ?? details;
  fold(details, (one) => around.contains(one));
}

/** @param {(target: Element) => boolean} leads whether an address that leads there leads into the list */
export function fold(details, leads) {
  const always = details.dataset.fold === "always";
  const led = () => Boolean(target() && leads(target()));
  const fit = () => {
    details.open = (!always && !NARROW.matches) || led();
  };
  fit();
  if (target()) requestAnimationFrame(() => target()?.scrollIntoView()); // what folded above it moved it
  if (!always) NARROW.addEventListener("change", fit);
  let before = true;
  window.addEventListener("beforeprint", () => {
    before = details.open;
    details.open = true;
  });
  window.addEventListener("afterprint", () => {
    details.open = before;
  });
  window.addEventListener("hashchange", () => {
    if (!led() || details.open) return;
    details.open = true;
    target().scrollIntoView();
  });
}

function target() {
  return document.getElementById(location.hash.slice(1)); // our ids are plain ASCII
}
