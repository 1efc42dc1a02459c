import "server-only";
import http from "node:http";
import https from "node:https";
import { isIP } from "node:net";
import { BlockedError, type OutgoingRules, type WayOut, wayOut } from "./way-out";

/** What the other side said. */
export interface Answer {
  readonly status: number;
  /** At most 64 kB of it. */
  readonly body: string;
  /** Seconds, when they ask to be left alone for a while. */
  readonly retryAfterS: number | null;
}

const WEB_PORTS = [443, 8443];
const TIME_MS = 10_000;
const MOST_BYTES = 64 << 10;

/** Throws BlockedError for an address that is not spoken to, whatever it resolves to. */
export function outgoingUrl(text: string): URL {
  if (!URL.canParse(text)) throw new BlockedError("This is not an address such as https://example.com/hook.");
  const url = new URL(text);
  if (url.protocol !== "https:" && url.protocol !== "http:")
    throw new BlockedError("The address must begin with https.");
  if (url.username !== "" || url.password !== "")
    throw new BlockedError("The address must not carry a user or a password.");
  return url;
}

/**
 * The only way by which this installation sends HTTP out: https, no redirects, to an address that was checked and is
 * connected to as such, at most 10 s and 64 kB. http is for addresses that the operator lists. Throws BlockedError, or
 * the network's error.
 */
export async function post(
  text: string,
  { headers, body }: { readonly headers: Readonly<Record<string, string>>; readonly body: string | Buffer },
  rules: OutgoingRules,
): Promise<Answer> {
  const url = outgoingUrl(text);
  const port = url.port === "" ? (url.protocol === "https:" ? 443 : 80) : Number(url.port);
  const way = await wayOut(url.hostname, port, { ports: url.protocol === "https:" ? WEB_PORTS : [80], rules });
  if (url.protocol === "http:" && !way.isListed) throw new BlockedError("The address must begin with https.");
  const bytes = typeof body === "string" ? Buffer.from(body) : body;
  return exchange(url, way, { ...headers, host: url.host, "content-length": String(bytes.byteLength) }, bytes);
}

function exchange(url: URL, way: WayOut, headers: Record<string, string>, body: Buffer): Promise<Answer> {
  const isTls = url.protocol === "https:";
  return new Promise((resolve, reject) => {
    const request = (isTls ? https : http).request(
      {
        // The checked address itself: nothing is looked up a second time. The certificate is for the name.
        host: way.address,
        port: way.port,
        ...(isTls && { servername: isIP(way.host) ? "" : way.host }),
        method: "POST",
        path: url.pathname + url.search,
        headers,
        agent: false,
        signal: AbortSignal.timeout(TIME_MS),
      },
      (response) => {
        const chunks: Buffer[] = [];
        let size = 0;
        const done = () => {
          resolve({
            status: response.statusCode ?? 0,
            body: Buffer.concat(chunks).subarray(0, MOST_BYTES).toString("utf8"),
            retryAfterS: seconds(response.headers["retry-after"]),
          });
          request.destroy();
        };
        response.on("data", (chunk: Buffer) => {
          chunks.push(chunk);
          size += chunk.byteLength;
          if (size >= MOST_BYTES) done();
        });
        response.on("end", done);
        response.on("error", reject);
      },
    );
    request.on("error", (error) =>
      reject(
        error.name === "AbortError" || error.name === "TimeoutError" ? new Error("No answer within 10 s.") : error,
      ),
    );
    request.end(body);
  });
}

const seconds = (header: string | undefined): number | null =>
  header !== undefined && /^\d{1,6}$/.test(header) ? Number(header) : null;
