// Says that there is no connection. It keeps no page and no floor, so nothing old can ever look live.
const KEPT = "occupancy-offline";
const WORDS_AT = "/offline-words";
const HEARD_AT = "/offline-heard";
const ENGLISH = {
  lang: "en",
  title: "No connection",
  since: "Not live since {time}",
  said: "The server cannot be reached. Nothing is shown, because none of it would be live. This page comes back by itself.",
  again: "Try again",
};

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));
self.addEventListener("message", (event) => {
  if (event.data?.type === "offline:words") event.waitUntil(keep(WORDS_AT, event.data.words));
  if (event.data?.type === "offline:heard") event.waitUntil(keep(HEARD_AT, event.data.at));
});
self.addEventListener("fetch", (event) => {
  if (event.request.mode === "navigate") event.respondWith(navigated(event));
});

async function takeOver() {
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
}

async function keep(at, value) {
  const cache = await caches.open(KEPT);
  await cache.put(at, Response.json(value));
}

async function kept(at) {
  const answer = await caches.match(at, { cacheName: KEPT });
  return answer ? answer.json() : null;
}

async function navigated(event) {
  try {
    const answer = (await event.preloadResponse) ?? (await fetch(event.request));
    event.waitUntil(keep(HEARD_AT, Date.now()));
    return answer;
  } catch {
    return offlinePage({ ...ENGLISH, ...(await kept(WORDS_AT)) }, await kept(HEARD_AT));
  }
}

const escaped = (text) => String(text).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The time of day; with its date when that was not today. */
function moment(at, lang) {
  const then = new Date(at);
  const isToday = then.toDateString() === new Date().toDateString();
  const day = isToday ? {} : { weekday: "short", day: "numeric", month: "short" };
  return then.toLocaleString(lang, { ...day, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
}

function offlinePage({ lang, title, since, said, again }, heardAt) {
  const nonce = crypto.randomUUID();
  const head = typeof heardAt === "number" ? since.replace("{time}", moment(heardAt, lang)) : title;
  const body = `<!doctype html><html lang="${escaped(lang)}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover"><title>${escaped(title)}</title>
<style>
:root { color-scheme: light dark }
body { display: grid; place-items: center; min-height: 100dvh; box-sizing: border-box; margin: 0; padding: 24px;
  font: 16px/1.5 "Inter Variable", system-ui, sans-serif; color: #14181f; background: #f5f6f8; text-align: center }
main { max-width: 34em }
h1 { margin: 0 0 16px; font-size: clamp(24px, 3.4vw, 60px); font-weight: 600; line-height: 1.2; letter-spacing: -0.02em }
svg { width: clamp(40px, 3.4vw, 60px); margin-bottom: 20px; fill: #1b212b }
path { fill: none; stroke: #fff; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round }
p { margin: 0 0 28px; font-size: clamp(16px, 1.4vw, 26px); color: #5c6573 }
button { min-height: 44px; padding: 0 20px; font: inherit; font-weight: 600; color: #fff; background: #1b212b; border: 0;
  border-radius: 8px; cursor: pointer }
button:focus-visible { outline: 2px solid #4650cf; outline-offset: 2px }
@media (prefers-color-scheme: dark) {
  body { color: #eef1f5; background: #0d1014 }
  p { color: #98a2b1 }
  svg { fill: #eef1f5 }
  path { stroke: #14181f }
  button { color: #14181f; background: #eef1f5 }
  button:focus-visible { outline-color: #9aa3ff }
}
</style></head><body><main>
<svg viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" rx="9"/>
<path d="M8 8h16v16H8zM8 15h7M15 8v3M15 15v9M20 19h.01"/></svg>
<h1 role="status">${escaped(head)}</h1><p>${escaped(said)}</p>
<button type="button">${escaped(again)}</button></main>
<script nonce="${nonce}">
const back = () => location.reload();
const ask = () => fetch("/healthz", { cache: "no-store" }).then(({ ok }) => ok && back(), () => undefined);
document.querySelector("button").addEventListener("click", back);
addEventListener("online", ask);
setInterval(ask, 5000);
</script></body></html>`;
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'nonce-${nonce}'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'`;
  return new Response(body, {
    status: 503,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": policy,
      "cache-control": "no-store",
    },
  });
}
