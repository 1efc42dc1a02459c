import { createHmac, hash } from "node:crypto";
import { z } from "zod";
import type { Authentication, Disbelief, RawDelivery } from "../adapter";
import { matchingSecret, sameMac } from "../same-secret";

export interface DisruptiveConfig {
  /** Every signature secret that is good now; several while one is being replaced. */
  readonly secrets: () => readonly string[];
}

const HEADER = "x-dt-signature";
const JWT = /^([\w-]+)\.([\w-]+)\.([\w-]+)$/;

/** Only this one: a token that names its own algorithm (`none`, RS256) would choose how it is checked. */
const JoseHeader = z.looseObject({ alg: z.literal("HS256") });
const Claims = z.looseObject({
  exp: z.number(),
  checksum_sha256: z.string().optional(),
  checksum: z.string().optional(),
});

const disbelieved = (reason: Disbelief): Authentication => ({ kind: "disbelieved", reason });

/** A JWT signed with the secret, whose claims hash these very bytes and have not expired. */
export function verify(delivery: RawDelivery, config: DisruptiveConfig, now: number): Authentication {
  const secrets = config.secrets().filter((secret) => secret.length > 0);
  if (secrets.length === 0) return disbelieved("no-secret");
  const [, header = "", payload = "", signature = ""] = JWT.exec(delivery.headers[HEADER] ?? "") ?? [];
  if (!isOurAlgorithm(header)) return disbelieved("no-proof");
  const mac = (secret: string) => createHmac("sha256", secret).update(`${header}.${payload}`).digest("base64url");
  const secret = matchingSecret(secrets, (candidate) => sameMac(signature, mac(candidate)));
  if (secret === null) return disbelieved("wrong-secret");
  const claims = Claims.safeParse(decode(payload));
  const expected = claims.success ? checksumOf(claims.data, delivery.body) : null;
  if (!claims.success || expected === null) return disbelieved("no-proof");
  if (!sameMac(expected.actual, expected.claimed)) return disbelieved("other-body");
  // No leeway: a token is sent when it is made and is good for an hour, which any clock keeps.
  const skewS = Math.floor(now / 1000 - claims.data.exp);
  if (skewS > 0) return { kind: "disbelieved", reason: "wrong-time", skewS };
  return { kind: "believed", secret };
}

/** Their header is the same for every event. */
const goodHeaders = new Set<string>();
const MOST_HEADERS = 16;

function isOurAlgorithm(header: string): boolean {
  if (goodHeaders.has(header)) return true;
  if (!JoseHeader.safeParse(decode(header)).success) return false;
  if (goodHeaders.size < MOST_HEADERS) goodHeaders.add(header);
  return true;
}

/** SHA-1 only from senders that know nothing better: a token with both must never be taken for the weaker one. */
function checksumOf(claims: z.output<typeof Claims>, body: Uint8Array): { claimed: string; actual: string } | null {
  const { checksum_sha256: sha256, checksum: sha1 } = claims;
  if (sha256 !== undefined) return { claimed: sha256, actual: hash("sha256", body) };
  return sha1 === undefined ? null : { claimed: sha1, actual: hash("sha1", body) };
}

function decode(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, "base64url").toString());
  } catch {
    return undefined; // no JSON is no token: the schema refuses it
  }
}
