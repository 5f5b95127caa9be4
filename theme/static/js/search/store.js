/**
 * The pieces of the index, wherever they are: names come in, promises of their content go out.
 *
 * A small index is one file that holds every piece; a large one is a file a piece
 * (see `plugins/search/transport.py`). Nothing above this module knows which.
 */

/** « termes/12 » → « termes-12 »: as `file_name` in `plugins/search/transport.py`. */
export const fileName = (piece) => piece.replace("/", "-");

const FRENCH = "francais";
const LISTS = ["pages", "champs", "longueurs", "termes", "mots"];
const lists = (count) => (piece) =>
  Array.isArray(piece) && (count === 0 || (piece.length === count && typeof piece[0] === "object"));
// What each kind of piece must be made of: a file that arrives whole may all the same be empty.
const SOUND = {
  manifeste: (piece) => LISTS.every((name) => Array.isArray(piece?.[name])),
  termes: (piece) => lists(2)(piece) && Array.isArray(piece[0]),
  places: lists(0),
  mots: (piece) => Array.isArray(piece) && typeof piece[0] === "string" && Array.isArray(piece[1]),
  fiches: (piece) => lists(2)(piece) && piece.every(Array.isArray),
  tetes: (piece) => Array.isArray(piece) && piece.length === 3,
  besoins: lists(0),
  francais: (piece) => typeof piece === "string",
  facettes: (piece) => ["kind", "family", "role", "publics", "bodies", "year"].every((name) => Array.isArray(piece?.[name])),
  temps: (piece) => Array.isArray(piece?.jours) && ["genres", "etats", "listes"].every((name) => typeof piece[name] === "object"),
};

/** Whether a piece is made as its kind is, so that nothing that reads it fails later. */
export const isSound = (name, piece) => SOUND[name.split("/")[0]]?.(piece) ?? false;

export class Store {
  /**
   * @param {(file: string, receive: Function) => Promise<void>} load loads one script file; the script
   *   calls `receive(build, pieces)` before the promise resolves. Rejects when it did not arrive.
   * @param {string} entry the first file: it says of which build it is, and so where the others are.
   * @param {string} build when it is known: the first file is then not needed.
   */
  constructor(load, entry, build = "") {
    this.load = load;
    this.entry = entry;
    this.build = build;
    this.received = new Map();
    this.pending = new Map();
    this.receive = (build, pieces) => {
      if (!this.build && isSound("manifeste", pieces?.manifeste)) this.build = build;
      // French words are the same whatever the build.
      if (build !== this.build && build !== FRENCH) return;
      for (const [name, piece] of Object.entries(pieces ?? {})) if (isSound(name, piece)) this.received.set(name, piece);
    };
  }

  manifest() {
    return this.#get("manifeste", this.entry);
  }

  /** One piece; rejects when it did not arrive or belongs to another build. A failure is tried again. */
  async piece(name) {
    if (!this.build) await this.manifest();
    return this.#get(name, `${this.build}/${fileName(name)}.js`);
  }

  /** A file of French words, which stands in the theme; rejects where the site has none. */
  async french(rank) {
    const { francais } = await this.manifest();
    if (!francais) throw new Error("recherche : ce site n’a pas de mots français");
    return this.#get(`francais/${rank}`, `../../${francais}/${rank}.js`);
  }

  #get(name, file) {
    if (this.received.has(name)) return Promise.resolve(this.received.get(name));
    if (!this.pending.has(name)) {
      const arrived = this.load(file, this.receive).then(() => {
        if (!this.received.has(name)) throw new Error(`recherche : ${file} ne contient pas « ${name} »`);
        return this.received.get(name);
      });
      this.pending.set(
        name,
        arrived.finally(() => this.pending.delete(name)),
      );
    }
    return this.pending.get(name);
  }
}
