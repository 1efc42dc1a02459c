import "server-only";
import { BlockList, isIP } from "node:net";
import { singleton } from "@/lib/runtime/singleton";

export interface Hops {
  /** The other end of the connection, when our own server told us. */
  peer: string | null;
  forwardedFor: string | null;
  trustedProxies: readonly string[];
}

/** The caller's address, believing X-Forwarded-For only as far as listed proxies wrote it. */
export function clientAddress({ peer, forwardedFor, trustedProxies }: Hops): string | null {
  const hops = [...(forwardedFor ?? "").split(","), ...(peer === null ? [] : [peer])]
    .map((hop) => hop.trim().replace(/^::ffff:(?=\d+\.)/i, ""))
    .filter((hop) => hop !== "");
  if (trustedProxies.length === 0) return peer === null ? null : addressOrNull(hops.at(-1));
  const proxies = blockList(trustedProxies);
  return addressOrNull(
    hops.findLast((hop) => isIP(hop) === 0 || !proxies.check(hop, isIP(hop) === 6 ? "ipv6" : "ipv4")),
  );
}

/** The same for a request inside Next, which cannot see the socket. */
export function requestAddress(headers: Headers, trustedProxies: readonly string[]): string | null {
  // server.ts overwrites this header on every request and says so here; without it the header is the caller's word.
  const peerHeader = singleton<string | null>("peerHeader", () => null);
  const peer = peerHeader === null ? null : headers.get(peerHeader);
  return clientAddress({ peer, forwardedFor: headers.get("x-forwarded-for"), trustedProxies });
}

const addressOrNull = (hop: string | undefined): string | null => (hop !== undefined && isIP(hop) !== 0 ? hop : null);

function blockList(entries: readonly string[]): BlockList {
  const list = new BlockList();
  for (const entry of entries) {
    const [network = "", prefix] = entry.split("/");
    const family = isIP(network) === 6 ? "ipv6" : "ipv4";
    if (isIP(network) === 0) throw new Error(`TRUSTED_PROXIES: "${entry}" is not an address or a range.`);
    if (prefix === undefined) list.addAddress(network, family);
    else list.addSubnet(network, Number(prefix), family);
  }
  return list;
}
