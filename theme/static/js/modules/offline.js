// Starts the worker that keeps the site on this device, and says so when what is shown is a copy.

/** « Vous êtes hors ligne… » with the day of the build of the page that is shown. */
export function sentence(day) {
  return `Vous êtes hors ligne. Dernière mise à jour de cette page\u00a0: ${day}.`;
}

/** Asks the worker something; `heard` is called with each of its answers. */
export function ask(worker, question, heard) {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => heard(data);
  worker.postMessage(question, [port2]);
}

/** Someone who asked for little data keeps what they visit, and no more. */
const sparing = () => Boolean(navigator.connection?.saveData);

export default function offline(element) {
  const show = (offline) => {
    element.textContent = offline ? sentence(element.dataset.day) : "";
  };
  window.addEventListener("offline", () => show(true));
  window.addEventListener("online", () => show(false));
  show(!navigator.onLine);
  // Pages opened from a folder have no worker, and need none.
  if (!window.isSecureContext || !("serviceWorker" in navigator) || !location.protocol.startsWith("http")) return;
  const scope = new URL(element.dataset.root.replace(/\/?$/, "/"), document.baseURI);
  const hear = (state) => {
    if (state.copy) show(true);
    document.dispatchEvent(new CustomEvent("kept", { detail: state }));
  };
  const start = async () => {
    try {
      await navigator.serviceWorker.register(new URL("service-worker.js", scope), { scope, updateViaCache: "none" });
      const ready = async () => ask((await navigator.serviceWorker.ready).active, { fill: !sparing() }, hear);
      navigator.serviceWorker.addEventListener("controllerchange", ready);
      await ready();
    } catch {
      // A browser that refuses to store anything shows the site as it always did.
    }
  };
  const soon = window.requestIdleCallback ?? ((action) => setTimeout(action, 300));
  // After everything that the visitor waits for.
  if (document.readyState === "complete") soon(start);
  else window.addEventListener("load", () => soon(start), { once: true });
}
