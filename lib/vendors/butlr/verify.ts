import type { Authentication, RawDelivery } from "../adapter";
import { matchingSecret, sameSecret } from "../same-secret";

export interface ButlrConfig {
  /** Every header key that is good now; several while one is being replaced. */
  readonly secrets: () => readonly string[];
  /** Lower-case name of the header that carries the key. */
  readonly header: string;
  readonly basicAuth: { readonly username: string; readonly password: string } | null;
}

const disbelieved = (reason: "no-secret" | "no-proof" | "wrong-secret"): Authentication => ({
  kind: "disbelieved",
  reason,
});

/** A header key, or basic auth, or both when both are configured. */
export function verify(delivery: RawDelivery, config: ButlrConfig): Authentication {
  const keys = config.secrets().filter((key) => key.length > 0);
  if (keys.length === 0 && !config.basicAuth) return disbelieved("no-secret");
  const given = delivery.headers[config.header] ?? "";
  const secret = keys.length === 0 ? "" : matchingSecret(keys, (key) => sameSecret(given, key));
  const basicIsGood = config.basicAuth === null || basicAuthIsGood(delivery, config.basicAuth);
  if (secret !== null && basicIsGood) return { kind: "believed", secret };
  const cameWithNone = given === "" && delivery.headers.authorization === undefined;
  return disbelieved(cameWithNone ? "no-proof" : "wrong-secret");
}

function basicAuthIsGood(delivery: RawDelivery, expected: { username: string; password: string }): boolean {
  const wanted = Buffer.from(`${expected.username}:${expected.password}`).toString("base64");
  return sameSecret(delivery.headers.authorization ?? "", `Basic ${wanted}`);
}
