import "server-only";
import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import { type AllowedRanges, isListed, isPublic } from "./address-rules";

/** All addresses of a name, at most once asked for each way out. */
export type Resolve = (host: string) => Promise<readonly string[]>;

export interface OutgoingRules {
  readonly allowed: AllowedRanges;
  readonly resolve: Resolve;
}

/** Where a connection may go: an address that was checked, and the name it was checked for. */
export interface WayOut {
  readonly address: string;
  readonly host: string;
  readonly port: number;
  /** The operator listed it: plain http and any port are theirs to choose. */
  readonly isListed: boolean;
}

/** Somewhere that this installation does not speak to. The message is for the admin who set it up. */
export class BlockedError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "BlockedError";
  }
}

/** By the system's own rules, in the order of the resolver. */
export const resolveBySystem: Resolve = async (host) =>
  (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address);

const RESOLVE_MS = 5_000;

/**
 * Resolves a name once. The connection must be made to the answered address, not to the name: a second answer could be
 * another one. One forbidden address among several is enough to refuse. Throws BlockedError.
 */
export async function wayOut(
  host: string,
  port: number,
  { ports, rules }: { readonly ports: readonly number[]; readonly rules: OutgoingRules },
): Promise<WayOut> {
  const bare = host.replace(/^\[|\]$/g, "");
  const addresses = isIP(bare) ? [bare] : await resolved(bare, rules.resolve);
  const [address] = addresses;
  if (address === undefined) throw new BlockedError(`${host} has no address.`);
  const listed = addresses.every((one) => isListed(one, rules.allowed));
  if (!listed && !addresses.every((one) => isPublic(one) || isListed(one, rules.allowed))) {
    throw new BlockedError(
      `${host} is in a private network. Whoever runs this installation can allow its address in OUTGOING_ALLOW.`,
    );
  }
  if (!listed && !ports.includes(port)) {
    throw new BlockedError(`Port ${port} is not one of ${ports.join(", ")}.`);
  }
  return { address, host: bare, port, isListed: listed };
}

async function resolved(host: string, resolve: Resolve): Promise<readonly string[]> {
  // A name with a dot at its end, or none inside, is not what certificates and people mean.
  if (!/^[a-z0-9_-]+(\.[a-z0-9_-]+)*$/i.test(host)) throw new BlockedError(`${host} is not a name of a host.`);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`The name ${host} could not be looked up in time.`)), RESOLVE_MS);
  });
  try {
    return await Promise.race([resolve(host), late]);
  } finally {
    clearTimeout(timer);
  }
}
