// A long list folds on a telephone. The page is written unfolded: without this module, and on paper, nothing is hidden;
// an address that leads into the list, or to its heading, unfolds it.

const NARROW = matchMedia("screen and (max-width: 56.24em)"); // as in layout.css

export default function pli(details) {
  const led = () => Boolean(target() && details.parentElement.contains(target()));
  const fit = () => {
    details.open = !NARROW.matches || led();
  };
  fit();
  if (target()) requestAnimationFrame(() => target()?.scrollIntoView()); // what folded above it moved it
  NARROW.addEventListener("change", fit);
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
