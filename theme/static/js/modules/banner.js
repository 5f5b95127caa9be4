// The banner of the next meeting hides itself once its day is over, however old the page is.

/**
 * @param {string} day AAAA-MM-JJ
 * @param {Date} now
 * @returns {boolean} whether the day, in France, lies before today
 */
export function isOver(day, now) {
  // fr-CA writes AAAA-MM-JJ.
  return day < new Intl.DateTimeFormat("fr-CA", { timeZone: "Europe/Paris" }).format(now);
}

export default function banner(element) {
  element.hidden = isOver(element.dataset.date, new Date());
}
