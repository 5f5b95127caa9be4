/**
 * The site without a network. `self.inventaire`, written before this code by the build, says what to keep.
 *
 * Pages come from the network when it answers in time, so that nothing is stale for ever; else from this device.
 * One cache holds everything, each entry under its address and the hash of its bytes: a new worker keeps what did
 * not change and fetches the rest; what it replaces is dropped once all of it is there, never before.
 */
const { version, whole, core, stable, files } = self.inventaire;
const scope = new URL(self.registration.scope);
const CACHE = `alliance ${scope.pathname}`; // other sites may share this origin
const FALLBACK = "hors-ligne/";
const PATIENCE = 4000; // milliseconds, when a copy is there
const AT_ONCE = 6;
let renewed = Promise.resolve();
const copies = new Set(); // clients that were given a copy because the network did not answer

const known = (address) => Object.hasOwn(files, address);

/** Address under the root, as the inventory writes it; null outside the site. */
function addressOf(url) {
  if (url.origin !== scope.origin || !url.pathname.startsWith(scope.pathname)) return null;
  const path = decodeURIComponent(url.pathname.slice(scope.pathname.length)).replace(/(^|\/)index\.html$/, "$1");
  return !known(path) && known(`${path}/`) ? `${path}/` : path;
}

const entry = (address) => `${scope.href}${encodeURI(address)}?${files[address]}`;

/** What is kept of an address: this version, else an older one; each page says of which day it is. */
async function kept(address) {
  if (!known(address)) return undefined;
  const cache = await caches.open(CACHE);
  return (await cache.match(entry(address))) ?? cache.match(entry(address), { ignoreSearch: true });
}

async function keep(address, response) {
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  // A navigation may not be answered by a response that was redirected.
  const plain = response.redirected ? new Response(await response.blob(), { headers: response.headers }) : response;
  await (await caches.open(CACHE)).put(entry(address), plain);
}

const entries = async () => new Set((await (await caches.open(CACHE)).keys()).map(({ url }) => url));

/** Fetches those of the addresses that are not here yet, a few at a time; whether all of them are here now. */
async function fill(addresses, strict) {
  const here = await entries();
  const missing = addresses.filter((address) => !here.has(entry(address)));
  let whole = true;
  const next = async () => {
    for (let address = missing.shift(); address !== undefined; address = missing.shift()) {
      try {
        await keep(address, await fetch(scope.href + encodeURI(address), { cache: "no-cache" }));
      } catch (error) {
        if (strict) throw error;
        whole = false;
        return; // the network is gone: the next page that is opened goes on
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
  return whole;
}

/** Renews what is here, or keeps the whole site, and then drops what that replaced. */
async function renew(everything) {
  const here = [...(await entries())].map((url) => addressOf(new URL(url)));
  const wanted = everything ? Object.keys(files) : [...new Set(here)].filter(known);
  if (!(await fill(wanted, false))) return;
  const cache = await caches.open(CACHE);
  const current = new Set(Object.keys(files).map(entry));
  await Promise.all((await cache.keys()).filter(({ url }) => !current.has(url)).map((request) => cache.delete(request)));
}

async function state() {
  const here = await entries();
  const pages = Object.keys(files).filter((address) => address === "" || address.endsWith("/"));
  return { version, whole, pages: pages.length, kept: pages.filter((address) => here.has(entry(address))).length };
}

function inTime(promise, milliseconds) {
  return Promise.race([promise, new Promise((_, reject) => setTimeout(reject, milliseconds, new Error("trop long")))]);
}

/** A page: the network's, else the copy, else the page that says there is none. */
async function page(event, address) {
  const copy = await kept(address);
  const answer = fetch(event.request);
  try {
    const response = await (copy ? inTime(answer, PATIENCE) : answer);
    if (response.status < 500 || !copy) {
      if (response.ok && !copy && known(address)) event.waitUntil(keep(address, response.clone()).catch(() => {}));
      return response;
    }
  } catch {
    answer.catch(() => {}); // it may still fail later
  }
  if (copy) {
    copies.add(event.resultingClientId);
    return copy;
  }
  return address === FALLBACK ? Response.error() : Response.redirect(`${scope.href}${FALLBACK}?de=${encodeURIComponent(address)}`);
}

/** Any other file: what never changes from here first, the rest from the network first. */
async function file(event, address) {
  const copy = await kept(address);
  if (copy && stable.some((folder) => address.startsWith(folder))) return copy;
  try {
    const response = await (copy ? inTime(fetch(event.request), PATIENCE) : fetch(event.request));
    if (response.ok && !copy) event.waitUntil(keep(address, response.clone()).catch(() => {}));
    return response;
  } catch (error) {
    if (copy) return copy;
    throw error;
  }
}

self.addEventListener("install", (event) => event.waitUntil(fill(core, true).then(() => self.skipWaiting())));

self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  if (event.request.method !== "GET") return;
  const address = addressOf(new URL(event.request.url));
  if (address === null) return;
  if (event.request.mode === "navigate") event.respondWith(page(event, address));
  else if (known(address)) event.respondWith(file(event, address));
});

/** A page asks whether it is a copy, and that what is kept be renewed; with `fill`, that the whole site be kept. */
self.addEventListener("message", (event) => {
  const [port] = event.ports;
  const answer = async () => {
    const copy = copies.has(event.source?.id);
    port?.postMessage({ copy, ...(await state()) });
    // One after the other: what one page has asked for, the next one need not fetch again.
    renewed = renewed.then(() => renew(Boolean(event.data?.fill) && whole)).catch(() => {});
    await renewed;
    port?.postMessage({ copy, ...(await state()) });
  };
  event.waitUntil(answer().catch(() => {})); // a device may refuse to store anything
});
