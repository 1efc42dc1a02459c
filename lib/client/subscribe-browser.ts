import { BrowserDraft } from "@/lib/core/notifications/preference";

/** Why this browser cannot show notifications; null when it can, or could if it is asked. */
export type PushObstacle = "insecure" | "unsupported" | "denied";

/** iPhones and iPads only push to a page that was put on the home screen. */
export function pushObstacle(): PushObstacle | null {
  if (!window.isSecureContext) return "insecure";
  if (!("serviceWorker" in navigator && "PushManager" in window && "Notification" in window)) return "unsupported";
  return Notification.permission === "denied" ? "denied" : null;
}

/** Asks whoever looks, and subscribes this browser. Throws with words for them when it does not work. */
export async function subscribeBrowser(pushKey: string): Promise<BrowserDraft> {
  if ((await Notification.requestPermission()) !== "granted")
    throw new Error("The browser does not allow it. Allow notifications for this page in its settings.");
  const registration = await navigator.serviceWorker.register("/sw.js");
  await navigator.serviceWorker.ready;
  const held = await registration.pushManager.getSubscription();
  // One that trusts other keys is of no use any more.
  if (held && !isFor(held, pushKey)) await held.unsubscribe();
  const subscription = await registration.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: pushKey,
  });
  return BrowserDraft.parse(subscription.toJSON());
}

function isFor(subscription: PushSubscription, pushKey: string): boolean {
  const key = subscription.options.applicationServerKey;
  if (key === null) return false;
  const text = btoa(String.fromCharCode(...new Uint8Array(key)));
  return text.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "") === pushKey;
}
