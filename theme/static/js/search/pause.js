/**
 * Gives the page back its hand between two pieces of work, so that none holds a key or a frame back for long.
 */
export const pause = () =>
  globalThis.scheduler?.yield?.() ??
  new Promise((resolve) => {
    setTimeout(resolve);
  });

// Longer than a frame of a slow telephone.
const UNSEEN = 200;

/** The same, once what was given to the page is painted; a page that nobody sees paints nothing, and is not waited for. */
export const painted = () =>
  new Promise((resolve) => {
    const late = setTimeout(resolve, UNSEEN);
    requestAnimationFrame(() => {
      clearTimeout(late);
      setTimeout(resolve);
    });
  });
