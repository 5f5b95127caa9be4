/**
 * What was typed lately, kept on the device only when the visitor said so, and nowhere else.
 *
 * Every access to the storage may be refused (private windows, policies, full disks): then nothing is kept.
 */
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
  /** @param {Storage | null} storage where they are kept; @param {{key: string, most: number}} names under which name, and how many. */
  constructor(storage, { key = "recherches", most = 5 } = {}) {
    Object.assign(this, { storage, key, most });
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
      if (yes) this.storage.setItem(this.key, JSON.stringify(this.queries));
      else this.storage.removeItem(this.key);
    } catch {
      return false;
    }
    return this.agreed === yes;
  }

  /** Keeps one query, when the visitor agreed. */
  keep(query) {
    const plain = plainly(query);
    if (!plain || !this.agreed) return;
    this.#write([plain, ...this.queries.filter((other) => other !== plain)].slice(0, this.most));
  }

  /** Forgets one query, or all of them; the agreement stays. */
  forget(query = null) {
    if (this.agreed) this.#write(query === null ? [] : this.queries.filter((other) => other !== plainly(query)));
  }

  #write(queries) {
    try {
      this.storage.setItem(this.key, JSON.stringify(queries));
    } catch {
      // A full disk: the search goes on without it.
    }
  }

  /** The list, or null when nothing may be kept or what is kept is not ours. */
  #read() {
    try {
      const kept = JSON.parse(this.storage.getItem(this.key));
      return Array.isArray(kept) ? kept.filter((query) => typeof query === "string").slice(0, this.most) : null;
    } catch {
      return null;
    }
  }
}

const plainly = (query) => query.trim().slice(0, LONGEST);
