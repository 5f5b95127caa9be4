// The paper comes back: what changed since the sheet whose address led here is told; few come so, and what reads the address is
// fetched for them alone.
import { piece } from "../common/script.js";

const fetched = piece("sheet");

export default function returned(box) {
  const show = async () => {
    if (!location.hash.startsWith("#fiche=")) return;
    const reader = await fetched().catch(() => null); // without it the page says what it says to everybody
    if (reader) box.replaceChildren(...reader.lines(box, location.hash));
  };
  window.addEventListener("hashchange", show);
  show();
}
