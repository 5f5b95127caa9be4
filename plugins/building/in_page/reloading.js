// Added to the pages of `inv serve`, and to no published one: reloads the page after each build that succeeded, and shows
// what the last one objected to until it is mended. The server answers when there is something new, to the tab that is
// seen alone: a browser has few connections for one host.
const AGAIN = 600; // milliseconds, when the server does not answer
const ALERT = "erreurs-de-construction"; // the id of the alert, which the server writes

const shown = new URL(import.meta.url).searchParams.get("publie"); // the build that this page is of
let known = ""; // the last outcome that was heard of
let lost = false; // whether the server went away: what it serves next may be anything

/** Waits for the next outcome; a tab that goes out of sight gives its connection back. */
async function ask() {
  const hidden = new AbortController();
  document.addEventListener("visibilitychange", () => hidden.abort(), { once: true });
  try {
    const answer = await fetch(`/__rechargement.json?apres=${known}`, { cache: "no-store", signal: hidden.signal });
    const { publie, avance, alerte, rang } = await answer.json();
    known = rang;
    const now = publie + (avance.includes(location.pathname) ? 1 : 0);
    if (lost || String(now) !== shown) location.reload();
    else show(alerte);
  } catch {
    if (hidden.signal.aborted) return;
    lost = true;
    await new Promise((again) => setTimeout(again, AGAIN));
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
  for (;;) {
    if (document.hidden) await new Promise((seen) => document.addEventListener("visibilitychange", seen, { once: true }));
    else await ask();
  }
}

// Once the page has loaded: the tab must not turn for ever.
if (document.readyState === "complete") follow();
else window.addEventListener("load", follow, { once: true });
