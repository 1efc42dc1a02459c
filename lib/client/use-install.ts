import { useSyncExternalStore } from "react";

/** Chromium's own event; no other browser has it. */
interface InstallOffer extends Event {
  prompt(): Promise<unknown>;
}

/**
 * `installed`: this is the app. `offered`: the browser asks when told to. `by-share`: iPhone and iPad, by hand.
 * `by-menu`: another browser, by hand. `needs-https`: browsers install nothing that came over plain http.
 */
export type InstallWay = "installed" | "offered" | "by-share" | "by-menu" | "needs-https";

let offer: InstallOffer | null = null;
const listeners = new Set<() => void>();

const become = (next: InstallOffer | null) => {
  offer = next;
  for (const listener of listeners) listener();
};

if (typeof window !== "undefined") {
  window.addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault(); // asked on the account page, not over a floor
    become(event as InstallOffer);
  });
  window.addEventListener("appinstalled", () => become(null));
}

const isApp = () => window.matchMedia("(display-mode: standalone)").matches;
const isApple = () => /iPhone|iPad|iPod/.test(navigator.userAgent);

function wayNow(): InstallWay {
  if (isApp()) return "installed";
  if (!window.isSecureContext) return "needs-https";
  if (offer) return "offered";
  return isApple() ? "by-share" : "by-menu";
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** How this browser can keep the product as an app; null while the server draws. */
export const useInstallWay = (): InstallWay | null => useSyncExternalStore(subscribe, wayNow, () => null);

/** Lets the browser ask. */
export async function install(): Promise<void> {
  await offer?.prompt();
  become(null);
}
