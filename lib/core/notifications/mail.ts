import type { Message } from "./message";
import { asHtml, asText } from "./message-forms";

/** A mail before it has a sender and a recipient. */
export interface MailContent {
  /** The same for every try: receivers tell repeats by it. */
  readonly id: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** What mail programs keep together; null for a mail of its own. */
  readonly thread: string | null;
  readonly attachments: readonly { readonly name: string; readonly csv: string }[];
}

/** A message as a mail; what is about one alert stays together. */
export const mailOf = (message: Message): MailContent => ({
  id: message.id,
  subject: message.title,
  text: asText(message),
  html: asHtml(message),
  thread: message.alertId === null ? null : `alert-${message.alertId}`,
  attachments: [],
});
