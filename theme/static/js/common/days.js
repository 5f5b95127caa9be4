/** « 2026-03-01 » → « 1er mars 2026 » */
export const inWords = (day) =>
  new Intl.DateTimeFormat("fr-FR", { dateStyle: "long", timeZone: "UTC" }).format(new Date(day)).replace(/^1 /, "1er ");
