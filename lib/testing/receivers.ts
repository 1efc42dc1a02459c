import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

/** One request as it came. */
interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A real HTTP server on this machine that keeps what it gets. `statuses` are answered in turn,
 * then 200; while it `holds`, nothing is answered. */
export async function startHttpReceiver(port = 0) {
  const received: Received[] = [];
  const statuses: number[] = [];
  const state = { holds: false };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
      if (state.holds) return;
      const status = statuses.shift() ?? 200;
      response.writeHead(status).end(status === 200 ? "thanks" : "not today");
    });
  }).listen(port, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    received,
    statuses,
    state,
    /** How often each id was received. */
    ids: () =>
      Object.entries(Object.groupBy(received, ({ headers }) => String(headers["webhook-id"]))).map(([id, all = []]) => [
        id,
        all.length,
      ]),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** One mail as it came. */
interface Mail {
  readonly to: readonly string[];
  readonly raw: string;
}

/** A real SMTP server on this machine that keeps what it gets; with `refuses` it answers 550 to every recipient. */
export async function startMailReceiver(port = 0) {
  const mails: Mail[] = [];
  const state = { refuses: false };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) =>
      password === "right" ? done(null, { user: username }) : done(new Error("Wrong user or password")),
    onRcptTo: (_address, _session, done) =>
      done(state.refuses ? Object.assign(new Error("No such mailbox"), { responseCode: 550 }) : null),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        mails.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks).toString(),
        });
        done();
      });
    },
  });
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    port: (server.server.address() as AddressInfo).port,
    mails,
    state,
    subjects: () =>
      mails.map(({ raw }) => /^Subject: (.*(?:\r\n[ \t].*)*)/m.exec(raw)?.[1]?.replace(/\r\n[ \t]/g, " ") ?? ""),
    messageIds: () => mails.map(({ raw }) => /^Message-ID: <([^@]+)@/im.exec(raw)?.[1] ?? ""),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
