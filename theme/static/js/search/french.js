/**
 * Whether a word is a French word that somebody may well have meant: then nothing takes it for a word of the site.
 *
 * The words are kept as a Bloom filter (Bloom, « Space/time trade-offs in hash coding with allowable errors », CACM 1970)
 * of their stems, cut into files of which one question reads those of its unknown words. A word of the list is always found;
 * three in a thousand others are taken for one. It is made once, at set-up, by `plugins/assets/in_node/french-words.js`.
 */
import { stem } from "./stem.js";

export const FILES = 128;
export const BITS = 12; // for each word
const HASHES = 8;

export class French {
  /** @param {import("./store.js").Store} depot where the files are; a site without them knows no French word. */
  constructor(store) {
    this.store = store;
    this.read = new Map();
  }

  /** Whether a folded word is, or may be, in the list; false as well when its file did not arrive, or is damaged. */
  async has(surface) {
    const word = stem(surface);
    const { file, places } = hashes(word);
    try {
      if (!this.read.has(file)) this.read.set(file, atob(await this.store.french(file)));
      return holds(this.read.get(file), places);
    } catch {
      return false;
    }
  }
}

/** The filter of some stems: for each file, its bytes in base 64. */
export function filter(stems) {
  const files = Array.from({ length: FILES }, () => []);
  for (const word of stems) {
    const { file, places } = hashes(word);
    files[file].push(places);
  }
  return files.map((words) => {
    const size = Math.max(1, Math.ceil((words.length * BITS) / 8));
    const bytes = new Uint8Array(size);
    for (const place of words.flat()) bytes[(place % (size * 8)) >> 3] |= 1 << ((place % (size * 8)) & 7);
    return btoa(String.fromCharCode(...bytes));
  });
}

function holds(bytes, places) {
  const size = bytes.length * 8;
  return size > 0 && places.every((place) => bytes.charCodeAt((place % size) >> 3) & (1 << ((place % size) & 7)));
}

/** The file of a word, and its places in it, by double hashing (Kirsch and Mitzenmacher, ESA 2006). */
function hashes(word) {
  const first = fnv(word, 0x811c9dc5);
  const second = fnv(word, 0x9747b28c) | 1;
  const places = Array.from({ length: HASHES }, (_, rank) => (first + Math.imul(rank, second)) >>> 0);
  return { file: fnv(word, 0x2f0b4c47) % FILES, places };
}

/** FNV-1a, its last bits mixed: 32 bits. */
function fnv(word, seed) {
  let hash = seed;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
