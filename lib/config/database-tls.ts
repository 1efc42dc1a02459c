const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i;
/** What the driver takes for "encrypt, and check whom we speak to", unless libpq's weaker meaning is asked for. */
const CHECKED = new Set(["prefer", "require", "verify-ca", "verify-full"]);

/**
 * Why others may listen on the way to this database, as a sentence for the operator; null when it is encrypted and
 * checked, stays on this machine, or `sslmode=disable` says that it is meant to be so.
 */
export function databaseTlsWarning(url: string): string | null {
  if (!URL.canParse(url)) return null; // the driver will say what is wrong
  const { hostname, searchParams } = new URL(url);
  const host = searchParams.get("host") ?? decodeURIComponent(hostname);
  const mode = searchParams.get("sslmode");
  if (host === "" || host.startsWith("/") || LOOPBACK.test(host) || mode === "disable") return null;
  const isLax = searchParams.get("uselibpqcompat") === "true" && mode !== "verify-full";
  if (mode !== null && CHECKED.has(mode) && !isLax) return null;
  const how = mode === null ? "is not encrypted" : "is encrypted, but not to a server that was checked";
  return (
    `The way to the database at ${host} ${how}. Add sslmode=verify-full to DATABASE_URL (and sslrootcert=… for a ` +
    "certificate of your own), or sslmode=disable if its network is yours alone."
  );
}
