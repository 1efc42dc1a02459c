import { createHmac, hash } from "node:crypto";
import type { VendorId } from "@/lib/core/observation";
import type { Post } from "./planned-post";

/** What each vendor signs with; a vendor without a secret cannot post. */
export interface VendorSecrets {
  readonly butlr?: { readonly key: string; readonly header: string };
  /** Signature secret of the Data Connector. */
  readonly disruptive?: string;
  /** Secret token of the app. */
  readonly zoom?: string;
}

type Headers = Record<string, string>;

const JOSE_HEADER = base64url('{"alg":"HS256","typ":"JWT"}');
const TOKEN_LASTS_S = 3_600;
const WRONG_SECRET = "not-the-secret";
/** Further off than a receiver may allow: DT's token has expired, Zoom's timestamp is from the future. */
const WRONG_CLOCKS_MS: Readonly<Record<VendorId, number>> = { butlr: 0, disruptive: -2 * 3_600_000, zoom: 12 * 60_000 };

/** The headers a vendor sends with a body at a moment (ms). Butlr's key proves neither body nor time. */
export function headersFor({ vendor, body, flaw }: Post, secrets: VendorSecrets, now: number): Headers {
  const contentType = { "content-type": CONTENT_TYPES[vendor] };
  if (flaw === "missing") return contentType;
  const at = flaw === "wrong-clock" ? now + WRONG_CLOCKS_MS[vendor] : now;
  const proven = flaw === "other-body" ? `${body} ` : body;
  return { ...contentType, ...PROOFS[vendor](proven, flaw === "wrong-secret" ? guessed(secrets) : secrets, at) };
}

const CONTENT_TYPES: Readonly<Record<VendorId, string>> = {
  butlr: "application/json",
  disruptive: "application/json",
  zoom: "application/json; charset=utf-8",
};

const PROOFS: Readonly<Record<VendorId, (body: string, secrets: VendorSecrets, at: number) => Headers>> = {
  butlr: (_body, secrets) => {
    const { header, key } = known(secrets.butlr);
    return { [header]: key };
  },
  disruptive: (body, secrets, at) => {
    const tokenId = hash("sha256", `${body}/${at}`).slice(0, 20);
    return { "x-dt-signature": disruptiveToken(body, known(secrets.disruptive), { at, tokenId }) };
  },
  zoom: (body, secrets, at) => zoomHeaders(body, known(secrets.zoom), at),
};

function known<S>(secret: S | undefined): S {
  if (secret === undefined) throw new Error("A post needs its vendor's secret");
  return secret;
}

function guessed({ butlr }: VendorSecrets): VendorSecrets {
  return {
    butlr: { header: butlr?.header ?? "x-api-key", key: WRONG_SECRET },
    disruptive: WRONG_SECRET,
    zoom: WRONG_SECRET,
  };
}

/** DT's `X-Dt-Signature`: a JWT whose claims hash the body and hold for an hour. `at` in ms. */
export function disruptiveToken(body: string, secret: string, issued: { at: number; tokenId: string }): string {
  const iat = Math.floor(issued.at / 1000);
  const claims = {
    checksum: hash("sha1", body),
    checksum_sha256: hash("sha256", body),
    exp: iat + TOKEN_LASTS_S,
    iat,
    jti: issued.tokenId,
  };
  const signed = `${JOSE_HEADER}.${base64url(JSON.stringify(claims))}`;
  return `${signed}.${createHmac("sha256", secret).update(signed).digest("base64url")}`;
}

/** Zoom's `x-zm-signature` over a body and the moment it is sent, seconds since the epoch. */
export function zoomSignature(body: string, secret: string, timestampS: number): string {
  return `v0=${createHmac("sha256", secret).update(`v0:${timestampS}:${body}`).digest("hex")}`;
}

/** What Zoom wants to be answered to `endpoint.url_validation`. */
export function zoomChallengeAnswer(plainToken: string, secret: string): string {
  return createHmac("sha256", secret).update(plainToken).digest("hex");
}

/** A retry has the same request id and is signed anew. */
function zoomHeaders(body: string, secret: string, at: number): Headers {
  const timestampS = Math.floor(at / 1000);
  const id = hash("sha256", body);
  const requestId = [id.slice(0, 8), id.slice(8, 12), id.slice(12, 16), id.slice(16, 20), id.slice(20, 32)].join("_");
  return {
    "user-agent": "Zoom Marketplace/1.0a",
    "x-zm-request-id": requestId,
    "x-zm-request-timestamp": String(timestampS),
    "x-zm-signature": zoomSignature(body, secret, timestampS),
    "x-zm-trackingid": `v=2.0;clid=us02;rid=WEB_${id.slice(32)}`,
  };
}

function base64url(text: string): string {
  return Buffer.from(text).toString("base64url");
}
