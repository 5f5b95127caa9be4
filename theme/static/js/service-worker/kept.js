/**
 * What is kept on this device: one cache, each entry under its address and the hash of its bytes. A new worker keeps
 * what did not change and fetches the rest; what it replaces is dropped once all of it is there, never before.
 *
 * Nothing else than what the build wrote gets in, or out: a network that asks to log in and a host under maintenance
 * answer 200 to anything. What is refused, or found damaged, is fetched again when the next page is opened.
 */
import { bears } from "./fingerprint.js";
import { addressOf, core, entry, files, known, lasting, markOf, needed, place, scope, whole } from "./inventory.js";

const CACHE = `alliance ${scope.pathname}`; // other sites may share this origin
const AT_ONCE = 6;
const refused = new Set(); // addresses that did not come as they should: tried last, lest they hold up the others

/** What is kept of an address: this version, else an older one; each page says of which day it is. */
export async function kept(address) {
  if (!known(address)) return undefined;
  const cache = await caches.open(CACHE);
  const older = async () => (await cache.keys(entry(address), { ignoreSearch: true })).map(({ url }) => url);
  return (await sound(cache, [entry(address)])) ?? sound(cache, await older());
}

/** The first of these entries that holds what its name says; what is damaged is dropped, and so fetched again. */
async function sound(cache, names) {
  for (const name of names) {
    const response = await cache.match(name);
    if (response && (await bears(markOf(name), response.clone()))) return response;
    await cache.delete(name);
  }
  return undefined;
}

/** Keeps what the build wrote, and nothing else; whether it did. */
export async function keep(address, response) {
  if (!response.ok || !(await bears(files[address], response.clone()))) return false;
  // A navigation may not be answered by a response that was redirected.
  const direct = response.redirected ? new Response(await response.blob(), { headers: response.headers }) : response;
  await (await caches.open(CACHE)).put(entry(address), direct);
  return true;
}

/**
 * Fetches a file and keeps it. What never changes is taken from the browser's own cache, where the page that is open
 * has just put it; the rest goes past that cache, which must not learn from us what a foreign network answers.
 */
async function fetchAndKeep(address) {
  for (const cache of lasting(address) ? ["force-cache", "no-store"] : ["no-store"]) {
    if (await keep(address, await fetch(place(address), { cache }))) return;
  }
  throw new Error(`${address || "/"} is not what was published`);
}

/** The names of all entries. */
export const entries = async () => new Set((await (await caches.open(CACHE)).keys()).map(({ url }) => url));

/** Fetches those of the addresses that are not here yet, a few at a time; whether all of them are here now. */
export async function fill(addresses, strict) {
  const here = await entries();
  const missing = addresses.filter((address) => !here.has(entry(address))).sort((a, b) => refused.has(a) - refused.has(b));
  let whole = true;
  const next = async () => {
    for (let address = missing.shift(); address !== undefined; address = missing.shift()) {
      try {
        await fetchAndKeep(address);
        refused.delete(address);
      } catch (error) {
        refused.add(address);
        if (strict) {
          missing.length = 0;
          throw error;
        }
        whole = false;
        return; // the network is gone, or is not the site's: the next page that is opened goes on
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
  return whole;
}

/**
 * Renews the core and what is here, and then drops what that replaced; with `more`, keeps the whole site too, or what is
 * needed of a large one.
 */
export async function renew(more) {
  const here = [...(await entries())].map((url) => addressOf(new URL(url)));
  const next = more ? Object.values(needed).flat() : [];
  const wanted = more && whole ? Object.keys(files) : [...new Set([...core, ...next, ...here])].filter(known);
  if (!(await fill(wanted, false))) return;
  const cache = await caches.open(CACHE);
  const current = new Set(Object.keys(files).map(entry));
  await Promise.all((await cache.keys()).filter(({ url }) => !current.has(url)).map((request) => cache.delete(request)));
}
