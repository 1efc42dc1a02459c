import { generateKeyPairSync, sign } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import Provider, { type Configuration } from "oidc-provider";

export const CLIENT = { id: "occupancy", secret: "a-client-secret-for-the-tests" };

/** Somebody the provider knows, with the claims it tells of them. */
export interface Known {
  readonly sub: string;
  readonly email?: string;
  readonly name?: string;
  readonly groups?: readonly string[] | string;
  readonly email_verified?: boolean;
}

type Claims = Readonly<Record<string, unknown>>;

export interface IdentityProvider {
  readonly issuer: string;
  /** Whom the next sign-in is of; they are signed in without being asked. */
  who: Known;
  /** Do the claims stand in the ID token, or only at the userinfo endpoint? */
  isTerse: boolean;
  /** Changes the claims of the ID token, which is signed again with the provider's own key: the claims alone are wrong. */
  forge: ((claims: Claims) => Claims) | null;
  /** What the last authorization request asked for. */
  asked: URLSearchParams;
  close(): Promise<void>;
}

/** A real OpenID provider (`oidc-provider`) on a port of its own; codes with PKCE only. */
export async function startIdentityProvider(redirectUri: string, port = 0): Promise<IdentityProvider> {
  let answer: (request: IncomingMessage, response: ServerResponse) => void = () => undefined;
  const server = createServer((request, response) => answer(request, response)).listen(port, "127.0.0.1");
  await once(server, "listening");
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const idp: IdentityProvider = {
    issuer,
    who: { sub: "nobody" },
    isTerse: false,
    forge: null,
    asked: new URLSearchParams(),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
  const terse = new Provider(issuer, configuration(idp, redirectUri, true));
  const plain = new Provider(issuer, configuration(idp, redirectUri, false));
  answer = (request, response) => {
    const provider = idp.isTerse ? terse : plain;
    const { pathname, searchParams } = new URL(request.url ?? "/", issuer);
    if (pathname === "/auth") idp.asked = searchParams;
    if (pathname === "/token" && idp.forge) forgeAnswer(response, idp.forge);
    if (!pathname.startsWith("/interaction/")) return void provider.callback()(request, response);
    const result = { login: { accountId: idp.who.sub } };
    void provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  };
  return idp;
}

const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });

/** The answer of the token endpoint, with other claims in its ID token. */
function forgeAnswer(response: ServerResponse, forge: (claims: Claims) => Claims): void {
  const end = response.end.bind(response) as (body: string) => ServerResponse;
  response.end = ((body: string | Buffer) => {
    const answer = JSON.parse(String(body)) as { id_token: string };
    const [header = "", payload = ""] = answer.id_token.split(".");
    const claims = forge(JSON.parse(Buffer.from(payload, "base64url").toString()) as Claims);
    const signed = `${header}.${Buffer.from(JSON.stringify(claims)).toString("base64url")}`;
    const signature = sign("sha256", Buffer.from(signed), privateKey).toString("base64url");
    const forged = JSON.stringify({ ...answer, id_token: `${signed}.${signature}` });
    response.setHeader("content-length", Buffer.byteLength(forged));
    return end(forged);
  }) as typeof response.end;
}

function configuration(idp: IdentityProvider, redirectUri: string, isTerse: boolean): Configuration {
  return {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [redirectUri],
        token_endpoint_auth_method: "client_secret_post",
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: "jwk" }), kid: "test", alg: "RS256", use: "sig" }] },
    cookies: { keys: ["only-for-tests"] },
    claims: { openid: ["sub", "groups"], email: ["email", "email_verified"], profile: ["name"] },
    conformIdTokenClaims: isTerse,
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_, accountId) => {
      const { who } = idp;
      return { accountId, claims: () => ({ ...who, groups: who.groups as string[] }) };
    },
    loadExistingGrant: async (ctx) => {
      const { Grant } = ctx.oidc.provider;
      const grant = new Grant({ accountId: ctx.oidc.session?.accountId ?? "", clientId: CLIENT.id });
      grant.addOIDCScope("openid email profile");
      await grant.save();
      return grant;
    },
  };
}
