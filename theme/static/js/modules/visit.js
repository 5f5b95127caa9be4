// What is new since the last visit: its day is kept on the device alone, when the visitor said so. Without it, a list of what is new.
import { inWords } from "../common/days.js";
import { deviceStorage } from "../search/recents.js";

const KEY = "visite";
const DAY = /^\d{4}-\d\d-\d\d$/;

/**
 * What is kept: the day of this visit and of the one before it; a second look the same day is the same visit.
 *
 * @param {?string} kept what the device had, or null
 * @param {string} today
 * @returns {{last: string, before: string}} `before` is "" at the first visit
 */
export function visited(kept, today) {
  const [last = "", before = ""] = (kept ?? "").split(" ").filter((day) => DAY.test(day));
  return last === today ? { last, before } : { last: today, before: last };
}

/** What is said of days on which something was published, since a day. */
export function told(days, before) {
  if (!before) return "";
  // What was published on the very day of the last visit may have come after it.
  const count = days.filter((day) => day >= before).length;
  const since = `depuis votre dernière visite, le ${inWords(before)}.`;
  if (!count) return `Rien de nouveau ${since}`;
  return count > 1 ? `${count} nouveautés ${since}` : `Une nouveauté ${since}`;
}

export default function visit(box) {
  const storage = deviceStorage();
  const agreement = box.querySelector("[data-visit=agreement]");
  const state = box.querySelector("[data-visit=status]");
  // Where the device refuses to keep anything, nothing is offered.
  if (!storage) return;
  const choice = agreement.querySelector("input");
  agreement.hidden = false;
  choice.checked = storage.getItem(KEY) !== null;
  const today = new Date().toLocaleDateString("sv-SE");
  const show = () => {
    const { last, before } = choice.checked ? visited(storage.getItem(KEY), today) : { last: "", before: "" };
    const lines = [...box.querySelectorAll("[data-day]")];
    state.textContent = told(
      lines.map((line) => line.dataset.day),
      before,
    );
    for (const line of lines) line.classList.toggle("new", Boolean(before) && line.dataset.day >= before);
    try {
      if (choice.checked) storage.setItem(KEY, [last, before].filter(Boolean).join(" "));
      else storage.removeItem(KEY);
    } catch {
      choice.checked = false; // a full disk: nothing is kept, and it says so
    }
  };
  choice.addEventListener("change", show);
  show();
}
