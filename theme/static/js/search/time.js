/**
 * A question comes in, what it asks in time goes out: between which days, in which state, the newest or the first.
 *
 * « ce que la Région a dit des ZRR depuis 2023 », « propositions écartées en 2024 », « dernière réunion ». Somebody who
 * tells of themselves (« au chômage depuis 2023 », « mon dossier est en retard ») asks for no day of the minutes.
 */
const MONTHS = "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre".split(" ");
const MONTH = `(?:(${MONTHS.join("|")}) )?`;
const YEAR = "((?:19|20)\\d\\d)";
const DAY = `(\\d\\d?|1er) (${MONTHS.join("|")})`;
const SMALL = "(?:(?:le|la|les|l|de|du|d|au|debut|mois|annee) )*";
// What stands in minutes and in no life: with one of these words, a year or a past tense is about the minutes.
const RECORD =
  / (?:a (?:dit|propose|demande|repondu|decide|vote|annonce)|ont (?:dit|propose|demande|repondu|decide|vote)|(?:dis|propos|demand)(?:ai|aien)t|que pens(?:e|ent|ait|aient)|s est dit|decide\w*|decisions?|vot(?:e|es|ee|ees)|reunions?|seances?|commissions?|comptes? rendus?|syntheses?|conventions?|rectificati\w+|propositions?|constats?|chiffres?|questions?|positions?|versions?|ordre du jour|feuille de route) /;
const PERSON = / (?:je|moi|mon|ma|mes|me|suis|ai) /;
// Words → the kinds that they name: lists of the meetings, and pages.
export const KINDS = [
  [/^(?:questions?|interrogations?)$/, ["questions"]],
  [/^propositions?$/, ["propositions"]],
  [/^(?:actions?|mesures?)$/, ["actions"]],
  [/^(?:taches?|suites?|engagements?|echeances?)$/, ["suites", "actions"]],
  [/^(?:decisions?|decide(?:e|s|es)?|vot(?:e|es|ee|ees)|deliberations?)$/, ["decisions"]],
  [/^constats?$/, ["constats"]],
  [/^chiffres?$/, ["chiffres"]],
  [/^pratiques?$/, ["pratiques"]],
  [/^(?:reunions?|seances?|rencontres?)$/, ["reunions"]],
  [/^(?:associations?|acteurs?|structures?|organismes?|partenaires?)$/, ["acteurs"]],
];
// What is said beside one of these kinds → its state in the index.
const STATES = [
  [
    / (?:(?:toujours|encore|restees?) )?(?:ouvertes?|sans (?:aucune )?reponses?|non repondues?|en suspens|en attente) /,
    "ouverte",
  ],
  [
    / (?:(?:qui )?attend(?:ent)?|en attente de|a qui il faut|qui appellent) (?:(?:toujours|encore) )?(?:d )?(?:une |leurs? |la |des )?reponses? /,
    "ouverte",
  ],
  [/ (?:pas|jamais) (?:encore )?(?:eu de |de |recu de )?(?:reponses?|repondues?) /, "ouverte"],
  [/ (?:en retard|hors delais?|(?:echeances? )?depassees?) /, "retard"],
  [/ (?:(?:toujours|encore|restent?) )*(?:a (?:faire|mener|tenir)|en cours) /, "a-faire"],
  [/ (?:pas|jamais) (?:encore )?(?:ete )?(?:faite?s?|menee?s?|tenue?s?|finie?s?|terminee?s?|realisee?s?|closes?) /, "a-faire"],
  [/ (?:faite?s?|menees? a bien|terminee?s?|achevee?s?|realisee?s?|finies?|accomplies?|tenues?) /, "fait en-place"],
  [/ annulee?s? /, "annulee"],
  [/ (?:reportee?s?|remises? a plus tard) /, "reportee"],
  [/ sans quorum /, "sans-quorum"],
  [/ abandonnee?s? /, "abandonnee"],
  [/ suspendue?s? /, "suspendue"],
  [/ remplacee?s? /, "remplacee"],
  [/ (?:fermee?s?|disparue?s?|dissoutes?|(?:qui )?(?:a|ont) (?:ferme|disparu)|(?:qui )?existent? plus) /, "fermee"],
  [/ (?:ecartee?s?|rejetee?s?|refusee?s?) /, "ecartee"],
  [/ (?:retenue?s?|acceptee?s?) /, "retenue"],
  [/ retiree?s? /, "retiree"],
  [/ (?:en vigueur|valables?) /, "en-vigueur"],
  [/ (?:validee?s?) /, "validee"],
];
// Questions that one page answers whole: its key in the index.
const WHOLE = [
  // Within a longer question, « qui fait quoi » asks who can help.
  [/^ qui fait quoi $| qui (?:doit faire|s occupe de|se charge de) quoi /, "suites/a-faire"],
  [/ (?:ce qui|que|qu est ce qui) (?:reste (?:t il )?)?a faire /, "suites/a-faire"],
  [/ (?:ce qui|que|qu est ce qui) (?:reste (?:t il )?)?a (?:trancher|decider|repondre|regler) /, "questions/ouverte"],
  [/ (?:(?:tout )?ce qui|qu est ce qui) (?:est (?:encore |toujours )?en retard|a pris du retard|traine) /, "suites/retard"],
  [
    / (?:(?:ce qui|qu est ce qui|quoi) (?:a change|de neuf|de nouveau)|(?:les )?nouveautes(?= (?:$|depuis |du site )))(?: depuis (?:la|ma) (?:derniere )?(?:reunion|seance|visite|fois))? /,
    "changements/",
  ],
  [/ (?:(?:date|jour) de )?(?:la )?prochaines? (?:reunions?|seances?|commissions?|rencontres?|dates?) /, "reunions/a-venir"],
];
const NEWEST = / (?:derniere?s?|plus recente?s?|actuelle?s?|actuellement|aujourdhui|maintenant|a ce jour|en ce moment) /;
// The one before the last.
const BEFORE_LAST = / avant derniere?s? /;
// Minutes are asked for by what they are called.
const MINUTES = / (?:comptes? rendus?|proces verba(?:l|ux)|releves? de (?:decisions?|conclusions?)|syntheses?) /;
// What goes with a kind and says nothing more.
const JOINING = /^(?:et|qui|sont|ont|ete|posee?s?|prises?|tenues?|notees?|formulees?|adoptees?)$/;
const OLDEST = / premiere?s? /;
// What has a newest and a first; what is no word of the texts is not looked for in them.
const ORDERED =
  / (?:reunions?|seances?|rencontres?|versions?|positions?|avis|decisions?|votes?|comptes? rendus?|syntheses?|propositions?|bilans?|nouvelles|chiffres?|que (?:dit|disent|pense(?:nt)?)) /;
const SILENT = / (?:positions?|avis|point de vue|nouvelles) /;

/**
 * @param {string} text what was typed.
 * @param {object[]} units its words in order, as `analyse` cuts it, but those joined of two.
 * @param {Date} now the day on which it is asked, for « l’année dernière ».
 * @returns {{rest: string, texts: string, kinds: string[], states: string[], from: string, to: string, order: string, skipped: number, whole: string, understood: string[],
 *   record: boolean}?}
 *   null when nothing is asked in time. `rest` is what is left to look for in texts, `texts` the same with the words of kinds; `from` and `to` are days, "" when there
 *   is none; `order` "newest", "oldest" or "", of which `skipped` are passed over; `whole` the key of the page that answers it all; `understood` the
 *   words that said so, as they were typed; `record` whether it is about
 *   minutes though nothing narrows it.
 */
export function read(text, units, now) {
  const own = new Phrase(text, units);
  const whole = WHOLE.find(([pattern]) => own.take(pattern))?.[1] ?? "";
  // « qu’est-ce qui a changé depuis ma dernière visite » is no story of a life.
  if (!whole && PERSON.test(own.said)) return null;
  const record = RECORD.test(own.said);
  const [from, to] = period(own, now, record);
  const minutes = MINUTES.test(own.said);
  const kinds = units.flatMap(({ surface }) => KINDS.find(([pattern]) => pattern.test(surface))?.[1] ?? []);
  if (minutes && !kinds.includes("reunions")) kinds.push("reunions");
  const states = kinds.length ? STATES.filter(([pattern]) => own.take(pattern)).flatMap(([, state]) => state.split(" ")) : [];
  const ordered = ORDERED.test(own.said);
  const second = ordered && own.take(BEFORE_LAST);
  const order = second || (ordered && own.take(NEWEST)) ? "newest" : ordered && own.take(OLDEST) ? "oldest" : "";
  if (order) own.take(SILENT);
  const narrowed = states.length || from || to || order;
  if (minutes && narrowed) own.take(MINUTES);
  if (kinds.length && narrowed) own.drop(JOINING);
  const dated = new RegExp(` ${YEAR} `).test(own.said);
  const found = {
    rest: own.rest(kinds.length && narrowed),
    texts: own.rest(false),
    kinds,
    states,
    from,
    to,
    order,
    skipped: second ? 1 : 0,
    whole,
    understood: own.understood,
  };
  const asks = whole || states.length || from || to || order || kinds.includes("decisions");
  return asks || record || dated ? { ...found, record: !asks } : null;
}

/** The words of a question in a row, from which what was understood is taken. */
class Phrase {
  constructor(text, units) {
    Object.assign(this, { text, units, said: ` ${units.map(({ surface }) => surface).join(" ")} ` });
    this.taken = new Set();
    this.understood = [];
  }

  /** What a pattern finds, or null; its words are not looked for in texts. */
  take(pattern) {
    const found = pattern.exec(this.said);
    if (!found) return null;
    const first = this.said.slice(0, found.index + 1).split(" ").length - 2;
    const words = found[0].trim().split(" ").length;
    // « l’année dernière » asks for a year, and for nothing newest.
    if ([...Array(words).keys()].some((step) => this.taken.has(first + step))) return null;
    for (let rank = first; rank < first + words; rank += 1) this.taken.add(rank);
    this.understood.push(this.text.slice(this.units[first].start, this.units[first + words - 1].end));
    return found;
  }

  /** No word of this form is looked for in texts. */
  drop(pattern) {
    for (const [rank, { surface }] of this.units.entries()) if (pattern.test(surface)) this.taken.add(rank);
  }

  /** The text without what was taken, nor the words of kinds when they were understood. */
  rest(kinds) {
    let read = "";
    let at = 0;
    for (const [rank, { start, end, surface }] of this.units.entries()) {
      if (!this.taken.has(rank) && !(kinds && KINDS.some(([pattern]) => pattern.test(surface)))) continue;
      read += `${this.text.slice(at, start)} `;
      at = end;
    }
    return read + this.text.slice(at);
  }
}

// A part of a year → its first day and its last.
const PARTS = [
  [/^debut/, ["01-01", "04-31"]],
  [/^(?:mi|milieu)/, ["05-01", "08-31"]],
  [/^fin/, ["09-01", "12-31"]],
  [/^printemps/, ["03-01", "06-31"]],
  [/^ete/, ["06-01", "09-31"]],
  [/^automne/, ["09-01", "12-31"]],
  [/^hiver/, ["01-01", "03-31"]],
  [/^(?:premiere?|1er?) semestre/, ["01-01", "06-31"]],
  [/^(?:deuxieme|seconde?|2e) semestre/, ["07-01", "12-31"]],
];
const PART_NAMES = "debut|mi|milieu|fin|printemps|ete|automne|hiver|(?:premier|1er|deuxieme|second|2e) semestre";

/** Between which days, as « 2024-06-01 »; "" where it is open. */
function period(own, now, record) {
  const thisYear = now.getFullYear();
  const day = record && own.take(new RegExp(` (?:du|le) ${DAY} ${YEAR} `));
  if (day) return Array(2).fill(dayOf(day[3], day[2], "", two(Number.parseInt(day[1], 10))));
  const months = own.take(
    new RegExp(` (?:entre|de|d) (${MONTHS.join("|")}) (?:${YEAR} )?(?:et|a) (${MONTHS.join("|")}) ${YEAR} `),
  );
  if (months) return [first(months[2] ?? months[4], months[1]), last(months[4], months[3])];
  const part = own.take(new RegExp(` (?:(?:au|a la|en|depuis|le|la|l|cet) )*(${PART_NAMES}) ${SMALL}${YEAR} `));
  if (part) {
    const [begins, ends] = PARTS.find(([name]) => name.test(part[1]))[1];
    return [`${part[2]}-${begins}`, / depuis /.test(part[0]) ? "" : `${part[2]}-${ends}`];
  }
  const between = own.take(new RegExp(` (?:entre|de) ${YEAR} (?:et|a) ${YEAR} `));
  if (between) return [first(between[1]), last(between[2])];
  const since = record && own.take(new RegExp(` (?:depuis|a partir) ${SMALL}${MONTH}${YEAR} `));
  if (since) return [first(since[2], since[1]), ""];
  const after = own.take(new RegExp(` apres ${SMALL}${MONTH}${YEAR} `));
  if (after) return [dayOf(after[2], after[1], "12", "32"), ""];
  const before = own.take(new RegExp(` avant ${SMALL}${MONTH}${YEAR} `));
  if (before) return ["", dayOf(before[2], before[1], "01", "00")];
  const within = own.take(new RegExp(` (?:en|courant|durant|pendant) ${SMALL}${MONTH}${YEAR} `));
  if (within) return [first(within[2], within[1]), last(within[2], within[1])];
  if (!record) return ["", ""];
  const of =
    own.take(new RegExp(` (?:(?:de|du) ${SMALL})?(${MONTHS.join("|")}) ${YEAR} `)) ??
    own.take(new RegExp(` (?:de|du) ${SMALL}()${YEAR} `));
  if (of) return [first(of[2], of[1]), last(of[2], of[1])];
  if (own.take(/ (?:le |du )?mois dernier /)) return ofMonth(now, -1);
  if (own.take(/ (?:de )?ce mois (?:ci )?/)) return ofMonth(now, 0);
  if (own.take(/ (?:(?:l )?an dernier|(?:l )?annee (?:derniere|passee)) /)) return [first(thisYear - 1), last(thisYear - 1)];
  if (own.take(/ (?:de )?cette annee /)) return [first(thisYear), last(thisYear)];
  const lasting = own.take(/ (?:depuis|(?:ces|les)) (un|deux|trois|\d\d?) (?:dernieres? )?(ans?|annees?|mois) /);
  return lasting ? [ago(now, lasting[1], lasting[2]), ""] : ["", ""];
}

const two = (number) => String(number).padStart(2, "0");
// Days are compared as texts: no month has more than 31, the 32nd is after each, the 00th before.
const dayOf = (year, month, otherwise, number) => `${year}-${month ? two(MONTHS.indexOf(month) + 1) : otherwise}-${number}`;
const first = (year, month) => dayOf(year, month, "01", "01");
const last = (year, month) => dayOf(year, month, "12", "31");

function ofMonth(now, step) {
  const day = new Date(now.getFullYear(), now.getMonth() + step, 1);
  const [year, month] = [day.getFullYear(), MONTHS[day.getMonth()]];
  return [first(year, month), last(year, month)];
}

function ago(now, number, unit) {
  const count = { un: 1, deux: 2, trois: 3 }[number] ?? Number(number);
  const since = new Date(now.getFullYear(), now.getMonth(), now.getDate());
  if (unit === "mois") since.setMonth(since.getMonth() - count);
  else since.setFullYear(since.getFullYear() - count);
  return `${since.getFullYear()}-${two(since.getMonth() + 1)}-${two(since.getDate())}`;
}
