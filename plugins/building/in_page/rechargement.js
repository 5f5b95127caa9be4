// Added to the pages of `inv serve`, and to no published one: asks what builds came to, reloads the page after each one
// that succeeded, and shows what the last one objected to until it is mended.
const EVERY = 600; // milliseconds: a page at rest has half a second without a question; short questions rather than a long one, which would hold a connection for each tab
const SOON = 60; // while a build is under way
const ALERT = "erreurs-de-construction"; // the id of the alert, which the server writes

const shown = new URL(import.meta.url).searchParams.get("publie"); // the build that this page is of
let pause = EVERY;
let lost = false; // whether the server went away: what it serves next may be anything

async function ask() {
  if (document.hidden) return;
  try {
    const answer = await fetch("/__rechargement.json", { cache: "no-store" });
    const { publie, alerte, encours } = await answer.json();
    pause = encours ? SOON : EVERY;
    if (lost || String(publie) !== shown) location.reload();
    else show(alerte);
  } catch {
    lost = true;
    pause = EVERY;
  }
}

/** In place of the alert that is there; the same one is left alone, so that it is not read out again. */
function show(html) {
  const before = document.getElementById(ALERT);
  const after = new DOMParser().parseFromString(html, "text/html").getElementById(ALERT);
  if (before?.outerHTML === after?.outerHTML) return;
  before?.remove();
  if (after) document.body.append(after);
}

async function follow() {
  await ask();
  setTimeout(follow, pause);
}

// Once the page has loaded: the tab must not turn for ever.
if (document.readyState === "complete") follow();
else window.addEventListener("load", follow, { once: true });
