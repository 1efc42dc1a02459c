import { readFileSync, writeFileSync } from "node:fs";
import net from "node:net";

/** The port remembered in the file when it is free, else a free one, which the file then holds. */
export async function rememberedPort(portFile: string): Promise<number> {
  const remembered = readPort(portFile);
  if (remembered !== undefined && (await tryPort(remembered)) !== null) return remembered;
  const port = await tryPort(0);
  if (port === null) throw new Error("no free port on 127.0.0.1");
  writeFileSync(portFile, `${port}\n`, { mode: 0o600 });
  return port;
}

function readPort(portFile: string): number | undefined {
  try {
    const port = Number.parseInt(readFileSync(portFile, "utf8"), 10);
    return port > 0 && port < 65_536 ? port : undefined;
  } catch {
    return undefined;
  }
}

function tryPort(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once("error", () => resolve(null));
    server.listen(port, "127.0.0.1", () => {
      const address = server.address() as net.AddressInfo;
      server.close(() => resolve(address.port));
    });
  });
}
