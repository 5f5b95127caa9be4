/**
 * What a file says ↔ what a form holds: every text stays a text, what may be written short is read in full, what is empty is absent.
 *
 * A field is one of the configuration (`name`, `widget`, `fields`, `field`, `multiple`).
 */

const TRUE = new Set(["true", "oui", "vrai"]);

/** Whether a field holds several values. */
export const isMany = (field) => field.widget === "list" || field.multiple === true;

/**
 * What the form of a field shows for what was read.
 *
 * A lone value stands for a list of one; a text in the place of a mapping is its first key.
 */
export function shown(field, read) {
  if (read === null || read === undefined) return undefined;
  if (!isMany(field)) return shownOne(field, read);
  return (Array.isArray(read) ? read : [read]).map((one) => shownOne(entry(field), one));
}

/** The field of one entry of a list. */
export function entry(field) {
  if (field.widget !== "list") return { ...field, multiple: false };
  return field.fields ? { widget: "object", fields: field.fields } : field.field;
}

function shownOne(field, read) {
  if (field.fields) {
    const mapping = isMapping(read) ? read : { [field.fields[0].name]: read };
    return mapped(mapping, field.fields);
  }
  const text = typeof read === "string" ? read.trim() : read;
  if (field.widget === "boolean") return TRUE.has(String(text).toLowerCase());
  if (field.widget === "number") return /^-?\d+$/.test(text) ? Number(text) : text;
  return text;
}

function mapped(mapping, fields) {
  const known = new Map(fields.map((field) => [field.name, field]));
  return Object.fromEntries(
    Object.entries(mapping).map(([key, value]) => [key, known.has(key) ? shown(known.get(key), value) : value]),
  );
}

/** What is left of a value of a form once what is empty is taken out; `undefined` when that is all. */
export function filled(field, value) {
  if (value === null || value === undefined) return undefined;
  if (isMany(field)) {
    const kept = (Array.isArray(value) ? value : [value])
      .map((one) => filled(entry(field), one))
      .filter((one) => one !== undefined);
    return kept.length || field.min === 0 ? kept : undefined;
  }
  if (field.fields) {
    const kept = filledAll(field.fields, value);
    return Object.keys(kept).length ? kept : undefined;
  }
  if (typeof value === "string") return value.trim() || undefined;
  // A form shows each box, ticked or not: one that nobody has to tick says nothing by being empty.
  return value === false && !field.required ? undefined : value;
}

/** The same of each key of a mapping; keys without a field stay, and a list that has to be there is, though a form leaves it out. */
export function filledAll(fields, mapping) {
  const known = new Map(fields.map((field) => [field.name, field]));
  const owed = fields
    .filter((field) => isMany(field) && field.min === 0 && !(field.name in mapping))
    .map(({ name }) => [name, []]);
  return Object.fromEntries(
    [...Object.entries(mapping), ...owed]
      .map(([key, value]) => [key, known.has(key) ? filled(known.get(key), value) : value])
      .filter(([, value]) => value !== undefined),
  );
}

/** Whether a value has keys. */
export const isMapping = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
