importScripts("/sw-offline.js");

// Shows what the server pushes, and opens it.
self.addEventListener("push", (event) => {
  const { title = "Occupancy", body = "", tag, url = "/alerts" } = event.data?.json() ?? {};
  // One alert is one notification: what comes later about it takes its place, and is heard again.
  event.waitUntil(
    self.registration.showNotification(title, { body, tag, renotify: Boolean(tag), icon: "/icon.svg", data: { url } }),
  );
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const url = new URL(event.notification.data?.url ?? "/alerts", self.location.origin);
  // Whatever was pushed, only this server's own pages are opened.
  const target = url.origin === self.location.origin ? url.href : self.location.origin;
  const open = async () => {
    const windows = await self.clients.matchAll({ type: "window" });
    const [first] = windows;
    if (!first) return self.clients.openWindow(target);
    await first.focus();
    return first.navigate(target);
  };
  event.waitUntil(open());
});
