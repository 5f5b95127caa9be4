/**
 * The site without a network. `self.inventory`, written before this code by the build, says what to keep.
 *
 * Pages come from the network when it answers in time, so that nothing is stale for ever; else from this device.
 */
import { addressOf, core, entry, files, known, lasting, needed, scope, version, whole } from "./service-worker/inventory.js";
import { entries, fill, keep, kept, renew } from "./service-worker/kept.js";

const FALLBACK = "hors-ligne/";
const PATIENCE = 4000; // milliseconds, when a copy is there
// A host may let browsers keep pages for minutes: it is asked whether they changed.
const FRESH = { cache: "no-cache" };
let renewed = Promise.resolve();
const copies = new Set(); // clients that were given a copy because the network did not answer

async function state() {
  const here = await entries();
  const pages = Object.keys(files).filter((address) => address === "" || address.endsWith("/"));
  const all = (addresses) => addresses.every((address) => here.has(entry(address)));
  const groups = Object.entries(needed)
    .filter(([, addresses]) => all(addresses))
    .map(([words]) => words);
  return { version, whole, groups, pages: pages.length, kept: pages.filter((address) => here.has(entry(address))).length };
}

function inTime(promise, milliseconds) {
  return Promise.race([promise, new Promise((_, reject) => setTimeout(reject, milliseconds, new Error("trop long")))]);
}

/** A page: the network's, else the copy, else the page that says there is none. */
async function page(event, address) {
  const answer = fetch(event.request, FRESH);
  answer.catch(() => {}); // it may fail while the copy is looked for, or later
  const copy = await kept(address);
  try {
    const response = await (copy ? inTime(answer, PATIENCE) : answer);
    if (response.status < 500 || !copy) {
      if (!copy && known(address)) event.waitUntil(keep(address, response.clone()).catch(() => {}));
      return response;
    }
  } catch {
    // No network: what follows.
  }
  if (copy) {
    copies.add(event.resultingClientId);
    return copy;
  }
  return address === FALLBACK
    ? Response.error()
    : Response.redirect(`${scope.href}${FALLBACK}?de=${encodeURIComponent(address)}`);
}

/** Any other file: what never changes from here first, the rest from the network first. */
async function file(event, address) {
  const copy = await kept(address);
  if (copy && lasting(address)) return copy;
  try {
    const answer = fetch(event.request, lasting(address) ? {} : FRESH);
    const response = await (copy ? inTime(answer, PATIENCE) : answer);
    if (!copy) event.waitUntil(keep(address, response.clone()).catch(() => {}));
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
  if (address === null || address.startsWith("admin/")) return; // the editor works with a network, and keeps nothing here
  if (event.request.mode === "navigate") event.respondWith(page(event, address));
  else if (known(address)) event.respondWith(file(event, address));
});

/** A page asks whether it is a copy, and that what is kept be renewed; with `fill`, that the whole site, or what is needed of it, be kept. */
self.addEventListener("message", (event) => {
  const [port] = event.ports;
  const answer = async () => {
    const copy = copies.has(event.source?.id);
    port?.postMessage({ copy, ...(await state()) });
    // One after the other: what one page has asked for, the next one need not fetch again.
    renewed = renewed.then(() => renew(Boolean(event.data?.fill))).catch(() => {});
    await renewed;
    port?.postMessage({ copy, ...(await state()) });
  };
  event.waitUntil(answer().catch(() => {})); // a device may refuse to store anything
});
