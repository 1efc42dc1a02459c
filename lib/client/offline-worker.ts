import { lastHeardAt } from "./last-heard";

/** What the page says that stands there without a connection, in the reader's language. */
export interface OfflineWords {
  readonly lang: string;
  readonly title: string;
  /** Holds "{time}", which is filled in when it is known. */
  readonly since: string;
  readonly said: string;
  readonly again: string;
}

const UPDATE_MS = 60 * 60_000;

/**
 * Registers the service worker, tells it its words and, when this page is left, when the server was last heard. Does
 * nothing where browsers have none: over plain http. Answers how to stop.
 */
export function keepOfflineWorker(words: OfflineWords): () => void {
  const { serviceWorker } = navigator;
  if (!serviceWorker) return () => undefined;
  const tell = (message: object) =>
    void serviceWorker.ready.then(({ active }) => active?.postMessage(message)).catch(() => undefined);
  void serviceWorker.register("/sw.js", { updateViaCache: "none" }).catch(() => undefined);
  tell({ type: "offline:words", words });
  const onHide = () => {
    if (lastHeardAt() > 0) serviceWorker.controller?.postMessage({ type: "offline:heard", at: lastHeardAt() });
  };
  const update = setInterval(
    () => void serviceWorker.ready.then((one) => one.update()).catch(() => undefined),
    UPDATE_MS,
  );
  window.addEventListener("pagehide", onHide);
  return () => {
    clearInterval(update);
    window.removeEventListener("pagehide", onHide);
  };
}
