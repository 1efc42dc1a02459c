import { plainHost } from "./security-headers";

/** Where people and vendors reach us: PUBLIC_URL, else as this request did. Only ever shown, never trusted. */
export function publicOrigin(headers: Headers, publicUrl: string | null): string {
  if (publicUrl !== null) return new URL(publicUrl).origin;
  const isHttps = headers.get("x-forwarded-proto")?.split(",")[0]?.trim() === "https";
  return `${isHttps ? "https" : "http"}://${plainHost(headers.get("host")) ?? "localhost"}`;
}
