/**
 * The last searches, kept on the device only when the visitor said so, and nowhere else.
 *
 * Every access to the storage may be refused (private windows, policies, full disks): then nothing is kept.
 */
const KEY = "recherches";
const MOST = 5;
const LONGEST = 100;

/** The browser's storage, or null when it is refused. */
export function deviceStorage() {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

export class Recents {
  /** @param {Storage | null} storage where they are kept. */
  constructor(storage) {
    this.storage = storage;
  }

  /** Whether the visitor agreed. */
  get agreed() {
    return this.#read() !== null;
  }

  /** The queries, the last one first. */
  get queries() {
    return this.#read() ?? [];
  }

  /** Agrees, or takes it back: everything is erased. Returns whether the device did as it was told. */
  agree(yes) {
    try {
      if (yes) this.storage.setItem(KEY, JSON.stringify(this.queries));
      else this.storage.removeItem(KEY);
    } catch {
      return false;
    }
    return this.agreed === yes;
  }

  /** Keeps one query, when the visitor agreed. */
  keep(query) {
    const plain = query.trim().slice(0, LONGEST);
    if (!plain || !this.agreed) return;
    try {
      this.storage.setItem(KEY, JSON.stringify([plain, ...this.queries.filter((other) => other !== plain)].slice(0, MOST)));
    } catch {
      // A full disk: the search goes on without it.
    }
  }

  /** The list, or null when nothing may be kept or what is kept is not ours. */
  #read() {
    try {
      const kept = JSON.parse(this.storage.getItem(KEY));
      return Array.isArray(kept) ? kept.filter((query) => typeof query === "string").slice(0, MOST) : null;
    } catch {
      return null;
    }
  }
}
