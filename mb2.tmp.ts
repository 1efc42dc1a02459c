import { disruptive } from "@/lib/vendors/disruptive";
import { zoom } from "@/lib/vendors/zoom";
import { butlr } from "@/lib/vendors/butlr";
import { signedEventBytes, SECRETS } from "./bench/signed-event-bytes";
import { createEventBytes } from "./bench/event-bytes";
import { parseJson } from "@/lib/ingest/parse-json";
const privacy = { pseudonym: (t: string) => t, seal: (t: string) => t };
const ad: any = { disruptive: disruptive({ secrets: () => [SECRETS.disruptive] }), zoom: zoom({ secrets: () => [SECRETS.zoom], accountId: null, temperatureUnit: "C", privacy }), butlr: butlr({ secrets: () => ["k"], header: "x-api-key", basicAuth: null }) };
const now = Date.now();
for (const v of ["butlr", "disruptive", "zoom"] as const) {
  const bytes = v === "butlr" ? createEventBytes({ port: 1, path: "/", key: "k" }).fill({ floor: 1, room: 3, at: now - 5000, count: 4, sequence: 3 }) : signedEventBytes(v, { port: 1, path: "/" }, { floor: 1, room: 3, at: now - 5000, count: 4, sequence: 3 });
  const [head, body] = bytes.toString().split("\r\n\r\n"); const headers = Object.fromEntries(head!.split("\r\n").slice(1).map((l) => { const i = l.indexOf(": "); return [l.slice(0, i), l.slice(i + 2)]; }));
  const raw = Buffer.from(body!); const a = ad[v]; const N = 40000;
  const time = (name: string, f: () => void) => { for (let i = 0; i < 5000; i++) f(); const c = process.cpuUsage(); for (let i = 0; i < N; i++) f(); const d = process.cpuUsage(c); console.log(v, name, ((d.user + d.system) / N).toFixed(2), "µs"); };
  const d = { headers, body: raw }; const p = JSON.parse(body!); const red = a.redact ? a.redact(p) : p;
  if (a.parse(red, now).kind !== "observations") console.log(JSON.stringify(a.parse(red, now)));
  time("verify", () => a.authenticate(d, now)); time("json", () => parseJson(raw)); if (a.redact) time("redact", () => a.redact(p)); time("parse", () => a.parse(red, now)); if (a.redact) time("stringify", () => JSON.stringify(red));
}
