/**
 * Words whose plural, feminine or conjugation changes more than their end → the word that a search takes them for:
 * the twin of `plugins/search/irregular.py`, where the choice of forms is explained.
 */
const PLURALS = {
  baux: "bail",
  travaux: "travail",
  vitraux: "vitrail",
  coraux: "corail",
  emaux: "email",
  soupiraux: "soupirail",
  vantaux: "vantail",
  yeux: "oeil",
  cieux: "ciel",
  aieux: "aieul",
  egaux: "egal",
  maux: "mal",
  tuyaux: "tuyau",
  joyaux: "joyau",
  noyaux: "noyau",
  boyaux: "boyau",
  etaux: "etau",
  messieurs: "monsieur",
  mesdames: "madame",
  mesdemoiselles: "mademoiselle",
  materiaux: "materiau",
  ideaux: "ideal",
  oraux: "oral",
  aulx: "ail",
};
// Feminines that no rule makes, singular; their plural is read too.
const FEMININES = {
  publique: "public",
  vieille: "vieux",
  nouvelle: "nouveau",
  belle: "beau",
  folle: "fou",
  jumelle: "jumeau",
  veuve: "veuf",
  active: "actif",
  inactive: "inactif",
  boulangere: "boulanger",
  bouchere: "boucher",
  etrangere: "etranger",
  passagere: "passager",
  menagere: "menager",
};
const VERBS = [
  [
    "scrire",
    "in sou pre trans circon",
    "scris scrit scrits scrite scrites scrivent scrivait scrivaient scrivons scrivez scription scriptions",
  ],
  ["crire", "e de", "cris crit crits crite crites crivent crivait crivaient crivons crivez scription scriptions"],
  ["cevoir", "re de con per aper", "cois coit coivent cu cue cus cues cevait cevaient cevons cevez cevra cevront cevrait"],
  [
    "tenir",
    "- abs appar con de entre main ob re sou",
    "tiens tient tiennent tiendra tiendront tenu tenue tenus tenues tenait tenaient tenons tenez",
  ],
  [
    "venir",
    "- inter de par con pre pro sur sub sou",
    "viens vient viennent viendra viendront venu venus venait venaient venons venez",
  ],
  ["prendre", "- ap com re entre sur", "prend prends prennent prenait prenaient prenons prenez"],
  ["prendre", "ap com sur", "pris prise prises"],
  ["mettre", "- ad com per pro sou trans re", "mettent mettait mettaient mettons mettez mettra mettront"],
  ["mettre", "ad pro sou trans", "met mets mis mise mises"],
  ["suivre", "- pour", "suit suivent suivi suivie suivis suivies suivait suivaient suivra"],
  ["connaitre", "- re", "connais connait connaissent connaissait connaissaient connu connue connus connues"],
  ["duire", "pro re con intro tra se", "duis duit duits duite duites duisent duisait duisaient duction ductions"],
  ["struire", "con in de", "struit struits struite struites struisent struisait struisaient struction structions"],
  ["dre", "ven per repon atten enten defen depen", "ds d dent du due dus dues dait daient dons"],
  ["ivre", "v surv", "is it ivent ivait ivaient ivons ivez"],
  ["ormir", "d end", "ors ort orment ormi ormait ormons"],
  ["ortir", "s", "ors ortent orti orties ortis ortait ortons"],
  ["lire", "- re", "lis lisent lisait lisons lisez"],
  ["oire", "b", "oit oivent"],
  ["yer", "pa essa envo netto", "ie ies ient iera"],
  ["ouvrir", "- re entr", "ouvre ouvres ouvrent ouvrait ouvraient ouvert ouverte ouverts ouvertes"],
];

const ORDINALS = "premier second deuxieme troisieme quatrieme cinquieme sixieme septieme huitieme neuvieme dixieme".split(" ");

export const REGULAR = new Map(Object.entries({ ...PLURALS, ...FEMININES }));
for (const [rank, word] of ORDINALS.entries()) {
  const forms = ["1er 1ere 1re", "2nd 2nde"][rank] ?? `${rank}e ${rank}eme ${rank}ieme`;
  for (const form of forms.split(" ")) for (const plural of ["", "s"]) REGULAR.set(form + plural, word);
}
for (const [feminine, masculine] of Object.entries(FEMININES)) REGULAR.set(`${feminine}s`, masculine);
for (const [infinitive, prefixes, forms] of VERBS) {
  for (const prefix of prefixes.replace("-", "").split(" ")) {
    for (const form of forms.split(" ")) REGULAR.set(prefix + form, prefix + infinitive);
  }
}
