/**
 * What a screen reader is told, once the typing stops: an announcement for each letter would be noise.
 */
const PAUSE = 700;

export class Announcer {
  /** @param {HTMLElement} region an element that is always there, with `role="status"`. */
  constructor(region) {
    this.region = region;
  }

  /** Says a sentence after a pause; a later one takes its place. An empty one silences. */
  say(sentence) {
    clearTimeout(this.waiting);
    if (!sentence) this.region.textContent = "";
    else
      this.waiting = setTimeout(() => {
        this.region.textContent = sentence;
      }, PAUSE);
  }
}
