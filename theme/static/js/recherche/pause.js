/**
 * Gives the page back its hand between two pieces of work, so that none holds a key or a frame back for long.
 */
export const pause = () =>
  globalThis.scheduler?.yield?.() ??
  new Promise((resolve) => {
    setTimeout(resolve);
  });
