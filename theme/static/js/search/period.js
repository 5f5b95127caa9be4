/**
 * Whether a question may ask for something in time, and what it then asks: few do, and what reads them is fetched for these
 * alone (`time.js`, `moments.js`), with the piece `temps` of the index.
 */
import { analyse } from "./analysis.js";

// Words that stand together in the minutes, as many and as near as these, are theirs.
const TOGETHER = 0.5;
const SEVERAL = 3;
/** A question without any of these words asks for nothing in time: `tests/js/time.test.js` compares them with those of `time.js`. */
const CUES =
  / (?:(?:19|20)\d\d|quoi|a (?:faire|change|trancher|decider|repondre|regler)|neuf|nouveau|nouveautes|(?:ce qui|qu est ce qui) (?:est|a pris|traine)|prochaines?|questions?|interrogations?|propos\w+|(?:dis|demand)(?:ai|aien)t|pens(?:e|ent|ait|aient)|proces verba\w+|releves? de|s est dit|actions?|mesures?|taches?|suites?|engagements?|echeances?|deci\w+|vot(?:e|es|ee|ees)|deliberations?|constats?|chiffres?|pratiques?|reunions?|seances?|rencontres?|associations?|acteurs?|structures?|organismes?|partenaires?|(?:a|ont) (?:dit|demande|repondu|annonce)|commissions?|comptes? rendus?|syntheses?|conventions?|rectificati\w+|positions?|versions?|ordre du jour|feuille de route|avis|bilans?|nouvelles) /;

export class Period {
  /**
   * @param {import("./store.js").Store} depot where the pieces of the index are.
   * @param {() => Promise<object>} later what `later.js` of the theme holds.
   */
  constructor(store, later) {
    Object.assign(this, { store, later });
  }

  /** What a question asks in time, with what the index knows of it; null when that is nothing. */
  async read(text, now = new Date()) {
    const units = analyse(text).filter(({ kind }) => kind !== "joined");
    if (!mayAsk(units)) return null;
    this.rest = await this.later().catch(() => null);
    const asked = this.rest?.read(text, units, now);
    const piece = asked && (await this.#piece());
    return piece ? this.rest.resolved(asked, piece, text) : null;
  }

  /** The results that answer what `read` gave, or null when none does. */
  narrow(asked, results) {
    return this.rest.narrow(asked, results);
  }

  /** Whether the minutes answer a question that asks for nothing in time: its words stand there together. */
  async answers([best]) {
    const { whole, nearness, words } = best?.reasons ?? {};
    if (!whole || words.length < SEVERAL || nearness < TOGETHER) return false;
    return new Map((await this.#piece())?.jours).has(best.page);
  }

  #piece() {
    return this.store.piece("temps").catch(() => null);
  }
}

export const mayAsk = (units) => CUES.test(` ${units.map(({ surface }) => surface).join(" ")} `);

/** Whether the page that answers best is one of the record: it answers before the needs that its words may mean. */
export const isRecorded = ({ days }, [best]) => Boolean(best?.reasons.whole && days.has(best.page));
