/**
 * The web editor: Sveltia CMS, with the forms that `config.json` beside the page describes, and files written by us.
 */
import "./editor/language.js"; // first: the editor reads it as soon as it is there
import CMS from "@sveltia/cms";
import { list, mapping, page } from "./editor/files.js";

const FORMATS = { md: page, liste: list, fiche: mapping };

const config = await (await fetch("config.json")).json();
for (const one of config.collections.flatMap((collection) => collection.files ?? collection)) {
  const [kind] = one.format.split("-");
  CMS.registerCustomFormat(one.format, kind === "md" ? "md" : "yml", FORMATS[kind](one.fields));
}
// The editor adds a viewport of its own, that forbids to enlarge the page: who sees badly would read nothing.
const viewport = document.querySelector('meta[name="viewport"]').content;
const enlarged = () => {
  for (const one of document.head.querySelectorAll('meta[name="viewport"]')) one.content = viewport;
};
new MutationObserver(enlarged).observe(document.head, { childList: true });
const logo = { src: document.querySelector('link[rel="icon"]').href };
CMS.init({ config: { ...config, logo, load_config_file: false } });
