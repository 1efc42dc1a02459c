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

const LEAVING = ["offline", "pagehide"] as const;
const UPDATE_MS = 60 * 60_000;
/** A page that is loaded anew asks its worker before the old one could say goodbye: it is told while all is well. */
const TELL_MS = 20_000;

/**
 * Registers the service worker, tells it its words and when the server was last heard. Does nothing where browsers have
 * none: over plain http. Answers how to stop.
 */
export function keepOfflineWorker(words: OfflineWords): () => void {
  const { serviceWorker } = navigator;
  if (!serviceWorker) return () => undefined;
  const tell = (message: object) =>
    void serviceWorker.ready.then(({ active }) => active?.postMessage(message)).catch(() => undefined);
  void serviceWorker.register("/sw.js", { updateViaCache: "none" }).catch(() => undefined);
  tell({ type: "offline:words", words });
  let told = 0;
  const tellHeard = () => {
    const at = lastHeardAt();
    if (at > told) tell({ type: "offline:heard", at });
    told = at;
  };
  const telling = setInterval(tellHeard, TELL_MS);
  const update = setInterval(
    () => void serviceWorker.ready.then((one) => one.update()).catch(() => undefined),
    UPDATE_MS,
  );
  for (const event of LEAVING) window.addEventListener(event, tellHeard);
  return () => {
    clearInterval(update);
    clearInterval(telling);
    for (const event of LEAVING) window.removeEventListener(event, tellHeard);
  };
}
