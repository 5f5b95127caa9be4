/**
 * A file of the content ↔ the values of its form. What the form did not change stays as it was written, comments included.
 */
import { Document, isMap, isNode, isSeq, parseDocument, Scalar } from "yaml";
import { entry, filled, filledAll, isMany, isMapping, shown } from "./values.js";

/** The key under which a form carries the file as it was read. */
export const READ = "_lu";

const HEAD = /^---[ \t]*\n(?:(?<front>[\s\S]*?)\n)?---[ \t]*(?<gap>\n*)/;
// Texts are read as they are: `0612` is no number, `no` no truth value.
const READING = { schema: "failsafe", uniqueKeys: false };
const STYLE = { lineWidth: 0, flowCollectionPadding: false };
// Plain, these would be nothing, a truth value or a number to one reader of YAML or another.
const UNSURE = /^(?:~|null|true|false|yes|no|on|off|[yn]|=|<<|[-+]?[\d_.,:ex]+)$/i;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A page: its front matter, and its text under the key `body`. */
export function page(fields) {
  const asked = fields.filter((field) => field.name !== "body" && field.name !== READ);
  return {
    fromFile(text) {
      const head = HEAD.exec(text);
      if (!head) return { body: text, [READ]: "" };
      const read = parseDocument(head.groups.front ?? "", READING).toJS() ?? {};
      return { ...said(asked, read), body: text.slice(head[0].length), [READ]: JSON.stringify(head.groups) };
    },
    toFile({ body = "", [READ]: read = "", ...values }) {
      const { front = "", gap = "" } = read ? JSON.parse(read) : {}; // a form trims its texts
      const head = `---\n${rewritten(front, filledAll(asked, values), asked)}---`;
      return body.trim() ? `${head}${gap || "\n\n"}${body.trim()}\n` : `${head}\n`;
    },
  };
}

/** A file that is one mapping. */
export function mapping(fields) {
  const asked = fields.filter((field) => field.name !== READ);
  return {
    fromFile: (text) => ({ ...said(asked, parseDocument(text, READING).toJS() ?? {}), [READ]: text }),
    toFile: ({ [READ]: read = "", ...values }) => rewritten(read, filledAll(asked, values), asked),
  };
}

/** A file that is one list, which its form holds under one key. */
export function list(fields) {
  const [field] = fields;
  return {
    fromFile: (text) => ({ [field.name]: shown(field, parseDocument(text, READING).toJS() ?? []), [READ]: text }),
    toFile({ [READ]: read = "", ...values }) {
      const kept = filled(field, values[field.name]) ?? [];
      const document = opened(read, []);
      if (!isSeq(document.contents) || !canBeCut(document, read))
        return written(document, merged(document, document.contents, kept, field));
      const { head, texts: before } = cut(read, document.contents.items);
      const places = new Map(document.contents.items.map((item, index) => [item, index]));
      const slices = kept.map((one, index) => [one, placed(document, places, kept, index, entry(field))]);
      return `${head}${slices.map(([one, there]) => textOfItem(document, there, before[places.get(there)], one, entry(field))).join("")}`;
    },
  };
}

const said = (fields, read) => shown({ widget: "object", fields }, read);

/** A mapping with its new values: each key that says the same keeps its lines, comments above and below it too. */
function rewritten(read, values, fields) {
  const document = opened(read, {});
  const whole = { widget: "object", fields };
  if (!isMap(document.contents) || !canBeCut(document, read))
    return written(document, merged(document, document.contents, values, whole));
  const known = new Map(fields.map((field) => [field.name, field]));
  const { head, texts: before } = cut(
    read,
    document.contents.items.map((pair) => pair.key),
  );
  const there = document.contents.items.map((pair, index) => {
    const [name, field] = [String(pair.key), known.get(String(pair.key)) ?? {}];
    if (!(name in values)) return isEmpty(document, pair.value, field) ? before[index] : comments(before[index]);
    if (same(document, pair.value, values[name], field)) return before[index];
    const made = new Document({}, READING);
    made.contents.items.push(made.createPair(name, merged(document, pair.value, values[name], field)));
    return ended(made.toString(STYLE)) + comments(before[index]);
  });
  const names = new Set(document.contents.items.map((pair) => String(pair.key)));
  const added = Object.entries(values).filter(([name]) => !names.has(name));
  const after = added.length ? new Document(texts(Object.fromEntries(added)), READING).toString(STYLE) : "";
  return `${ended(head + there.join(""))}${after}`;
}

/** The text that was read, ready to be changed; a new document where there was none, or none that can be changed. */
function opened(read, empty) {
  const document = parseDocument(read, READING);
  return document.errors.length || document.contents === null ? new Document(empty, READING) : document;
}

/** Whether each key or entry of the document begins a line of its own, and none names another's value. */
const canBeCut = (document, read) => document.contents.items.length > 0 && !document.contents.flow && !/[&*]\w/.test(read);

/** The lines of each node of the first level, from its own to the next one's; `head` is what stands above them. */
function cut(read, nodes) {
  const starts = nodes.map((node) => read.lastIndexOf("\n", node.range[0] - 1) + 1);
  return { head: read.slice(0, starts[0]), texts: starts.map((start, index) => ended(read.slice(start, starts[index + 1]))) };
}

/** Comments and empty lines that follow a value: they tell of what comes next. */
const comments = (text) => /(?:^(?:#.*)?\n)*(?![\s\S])/m.exec(text)[0];

const ended = (text) => (text === "" || text.endsWith("\n") ? text : `${text}\n`);

function written(document, contents) {
  document.contents = contents;
  return ended(document.toString(STYLE));
}

/** The entry that a value was: the one that says the same, else the one of its place, unless it is another value's. */
function placed(document, places, kept, index, field) {
  const items = [...places.keys()];
  const says = (item, value) => same(document, item, value, field);
  const twin = items.find((item) => says(item, kept[index]));
  if (twin || !items[index] || kept.some((one) => says(items[index], one))) return twin;
  return items[index];
}

function textOfItem(document, item, before, value, field) {
  if (item && same(document, item, value, field)) return before;
  const made = new Document([], READING);
  made.contents.items.push(item ? merged(document, item, value, field) : made.createNode(texts(value)));
  return ended(made.toString(STYLE)) + (before ? comments(before) : "");
}

/** The node for a value: the one that was there where it says the same. */
function merged(document, node, value, field) {
  if (same(document, node, value, field)) return node;
  if (isMany(field) && isSeq(node) && Array.isArray(value)) return mergedList(document, node, value, field);
  if (field.fields && isMap(node)) return mergedMap(document, node, value, field);
  return document.createNode(texts(value));
}

function mergedMap(document, node, value, field) {
  const known = new Map(field.fields.map((one) => [one.name, one]));
  for (const { key, value: there } of [...node.items]) {
    const name = String(key);
    const gone = !(name in value) && !(known.has(name) && isEmpty(document, there, known.get(name)));
    if (gone) node.delete(key);
  }
  for (const [key, one] of Object.entries(value)) {
    const there = node.items.find((pair) => String(pair.key) === key);
    if (there) there.value = merged(document, there.value, one, known.get(key) ?? {});
    else node.add(document.createPair(key, texts(one)));
  }
  return node;
}

/** Entries that stayed keep their lines wherever they went; one that changed takes those of its place. */
function mergedList(document, node, value, field) {
  const of = entry(field);
  const free = [...node.items];
  const stayed = value.map((one) => {
    const index = free.findIndex((item) => same(document, item, one, of));
    return index < 0 ? undefined : free.splice(index, 1)[0];
  });
  const before = [...node.items];
  node.items = value.map((one, index) => {
    if (stayed[index]) return stayed[index];
    const there = free.indexOf(before[index]);
    return merged(document, there < 0 ? undefined : free.splice(there, 1)[0], one, of);
  });
  return node;
}

/** Whether a node says this value, read as the form reads it. */
function same(document, node, value, field) {
  if (!isNode(node)) return false;
  return JSON.stringify(sorted(filled(field, shown(field, node.toJS(document))))) === JSON.stringify(sorted(value));
}

function isEmpty(document, node, field) {
  return !isNode(node) || filled(field, shown(field, node.toJS(document))) === undefined;
}

/** Every value as a text, between quotes where a reader of YAML could take it for something else. */
function texts(value) {
  if (Array.isArray(value)) return value.map(texts);
  if (isMapping(value)) return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, texts(one)]));
  const scalar = new Scalar(String(value));
  if (typeof value === "string" && UNSURE.test(value) && !DAY.test(value)) scalar.type = Scalar.QUOTE_DOUBLE;
  return scalar;
}

function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isMapping(value)) return value;
  const keys = Object.keys(value).sort();
  return Object.fromEntries(keys.map((key) => [key, sorted(value[key])]));
}
