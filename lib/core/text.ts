import { intlLocale, type Locale } from "./locale";
import { type Message, type MessageValues, readMessage, sayMessage } from "./message-format";

/**
 * Says an English text in the reader's language. The English text itself is the key, in ICU MessageFormat:
 * `t("{count, plural, one {# person} other {# people}}", { count })`. What has no translation is said in English.
 */
export interface Text {
  (english: string, values?: MessageValues): string;
  /** The reader's language; for dates see lib/core/dated.ts, for numbers `Intl` takes `intlLocale(t.locale)`. */
  readonly locale: Locale;
}

/** English text → the same in another language. */
export type Catalogue = Readonly<Record<string, string>>;

/** The words of a language; each message is read once. Throws for a message that is no ICU MessageFormat. */
export function textIn(locale: Locale, catalogue: Catalogue): Text {
  const known = new Map<string, Message>();
  const say = (english: string, values?: MessageValues) => {
    const message = catalogue[english] ?? english;
    if (!message.includes("{")) return message;
    let read = known.get(message);
    if (!read) {
      read = readMessage(message);
      known.set(message, read);
    }
    return sayMessage(read, values ?? {}, intlLocale(locale));
  };
  return Object.assign(say, { locale });
}

/**
 * Marks a text that is kept in a table and said later by `t(table[key])`, so that it is found and translated.
 * @public
 */
export const text = <T extends string>(words: T): T => words;

/** As written. */
export const english: Text = textIn("en", {});
