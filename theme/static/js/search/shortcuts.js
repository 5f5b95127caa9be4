/**
 * `/` and Ctrl-K (⌘-K) come to a field, from anywhere in the page where nobody is writing.
 */

/** @param {() => HTMLInputElement} field the field to come to. */
export function listenShortcuts(field) {
  document.addEventListener("keydown", (event) => {
    const control = event.ctrlKey || event.metaKey;
    if (event.altKey || !(control ? event.key.toLowerCase() === "k" : event.key === "/" && !writes(event.target))) return;
    event.preventDefault();
    field().focus();
    field().select();
  });
}

const writes = (target) =>
  Boolean(target.closest?.("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]"));
