import ipaddr from "ipaddr.js";

/** What the operator lists in OUTGOING_ALLOW: addresses of their own network that may be spoken to. */
export type AllowedRanges = readonly string[];

/** Is it an address or a range such as 10.0.0.0/8? */
export const isRange = (text: string): boolean => ipaddr.isValidCIDR(text) || ipaddr.isValid(text);

const GLOBAL_V6 = ipaddr.parseCIDR("2000::/3");

/** Do the operator's ranges hold this address (in its usual form, as sockets and resolvers give it)? */
export function isListed(address: string, allowed: AllowedRanges): boolean {
  if (!ipaddr.isValid(address)) return false;
  const ip = ipaddr.process(address);
  return allowed.some((range) => {
    const [base, bits] = ipaddr.isValidCIDR(range) ? ipaddr.parseCIDR(range) : wholeOf(range);
    return ip.kind() === base.kind() && ip.match(base, bits);
  });
}

function wholeOf(address: string): [ipaddr.IPv4 | ipaddr.IPv6, number] {
  const ip = ipaddr.process(address);
  return [ip, ip.kind() === "ipv4" ? 32 : 128];
}

/**
 * Is it an address of the public internet? Everything with a special meaning is not: this machine, private networks,
 * the metadata of clouds, and the ways to write an IPv4 address inside an IPv6 one.
 */
export function isPublic(address: string): boolean {
  // Only the form that systems themselves write: octal, hex and short forms mean different things to different readers.
  if (!ipaddr.IPv4.isValidFourPartDecimal(address) && !ipaddr.IPv6.isValid(address)) return false;
  const ip = ipaddr.parse(address);
  if (ip.range() !== "unicast") return false;
  return ip.kind() === "ipv4" || (ip.match(GLOBAL_V6) && !("zoneId" in ip && ip.zoneId));
}
