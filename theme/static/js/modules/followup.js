// What concerns one actor, alone: the links of the page's contents become a choice; `?acteur=` makes it at once.
// Without this module the links lead to the actor's part of the page.

import { element } from "../common/element.js";
import { show } from "../common/waiting.js";

export default function followup(nav) {
  const links = [...nav.querySelectorAll("[data-actor]")];
  const options = links.map((link) => element("option", { value: link.dataset.actor }, link.textContent));
  const choice = element("select", { id: "suivi-choix" }, element("option", { value: "" }, "Tous les acteurs"), ...options);
  const state = element("p", { class: "followup-status", role: "status" });
  const label = element("label", { for: "suivi-choix" }, "Ce qui concerne");
  nav.querySelector(".followup-actors").replaceWith(element("div", { class: "followup-actors" }, label, choice, state));
  const asked = new URLSearchParams(location.search).get("acteur");
  if (links.some((link) => link.dataset.actor === asked)) choice.value = asked;
  choice.addEventListener("change", () => narrow(choice, state));
  narrow(choice, state);
  show();
  if (choice.value) document.getElementById(location.hash.slice(1))?.scrollIntoView(); // what was hidden above it moved it
}

function narrow(choice, state) {
  const lines = [...document.querySelectorAll("main [data-actors]")];
  for (const line of lines) line.hidden = Boolean(choice.value) && !line.dataset.actors.split(" ").includes(choice.value);
  for (const group of document.querySelectorAll("main [data-group]")) {
    group.hidden = !group.querySelector("[data-actors]:not([hidden])") && Boolean(choice.value);
  }
  // A link to what is hidden would lead nowhere.
  for (const link of document.querySelectorAll(".toc a[href^='#']")) {
    const group = document.getElementById(link.hash.slice(1))?.closest("[data-group]");
    link.closest("li").hidden = Boolean(group?.hidden);
  }
  const kept = lines.filter((line) => !line.hidden).length;
  const name = choice.selectedOptions[0].textContent;
  const unit = kept > 1 ? "lignes" : "ligne";
  state.textContent = choice.value ? `${kept}\u00a0${unit} pour ${name}, sur ${lines.length}.` : "";
}
