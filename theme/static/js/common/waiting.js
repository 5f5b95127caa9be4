/** What the address asked for is there: shows what `asked.js` had kept out of sight, if it had. */
export function show() {
  delete document.documentElement.dataset.asked;
}
