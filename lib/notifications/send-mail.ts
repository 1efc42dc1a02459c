import "server-only";
import { isIP } from "node:net";
import { createTransport } from "nodemailer";
import type { MailConfig } from "@/lib/core/notifications/channel";
import type { MailContent } from "@/lib/core/notifications/mail";
import { BlockedError, type OutgoingRules, wayOut } from "@/lib/outgoing/way-out";
import { outcomeOfError, type SendOutcome, told } from "./send-outcome";

const MAIL_PORTS = [25, 465, 587, 2525];
const CONNECT_MS = 10_000;
const SOCKET_MS = 20_000;
/** However slowly a server answers: less than the lease of a message, after which somebody else would try. */
const ALL_MS = 60_000;

interface Mail {
  readonly config: MailConfig;
  readonly password: string | null;
  readonly to: readonly string[];
  readonly content: MailContent;
}

/** Sends one mail by the operator's server. The connection goes to the address that was checked. */
export async function sendMail({ config, password, to, content }: Mail, rules: OutgoingRules): Promise<SendOutcome> {
  if (to.length === 0)
    return { ok: false, answer: "There is no address to send to.", isFinal: true, retryAfterS: null };
  try {
    const way = await wayOut(config.host, config.port, { ports: MAIL_PORTS, rules });
    if (config.security === "none" && !way.isListed)
      throw new BlockedError("A mail server outside of one's own network needs TLS.");
    const transport = createTransport({
      host: way.address,
      port: way.port,
      secure: config.security === "tls",
      requireTLS: config.security === "starttls",
      ignoreTLS: config.security === "none",
      ...(config.user !== null && { auth: { user: config.user, pass: password ?? "" } }),
      tls: isIP(way.host) ? {} : { servername: way.host },
      connectionTimeout: CONNECT_MS,
      greetingTimeout: CONNECT_MS,
      socketTimeout: SOCKET_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    const domain = config.from.split("@")[1] ?? "localhost";
    const info = await transport.sendMail({
      from: config.from,
      to: [...to],
      subject: content.subject,
      text: content.text,
      html: content.html,
      attachments: content.attachments.map(({ name, csv }) => ({
        filename: name,
        content: csv,
        contentType: "text/csv; charset=utf-8",
      })),
      messageId: `<${content.id}@${domain}>`,
      ...(content.thread !== null && { references: `<${content.thread}@${domain}>` }),
      signal: AbortSignal.timeout(ALL_MS),
      headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
    });
    return { ok: true, answer: told(info.response) };
  } catch (error) {
    const outcome = outcomeOfError(error);
    const { responseCode } = error as { responseCode?: number };
    // 5xx is the server's last word on this mail; a wrong password may be put right.
    const isRefused = responseCode !== undefined && responseCode >= 500 && responseCode !== 535;
    return outcome.ok ? outcome : { ...outcome, isFinal: outcome.isFinal || isRefused };
  }
}
