import { intlLocale, type Locale } from "./locale";
import { type Message, type MessageValues, readMessage, sayMessage } from "./message-format";
import type { TemperatureUnit } from "./preferences";

/**
 * Says an English text in the reader's language. The English text itself is the key, in ICU MessageFormat:
 * `t("{count, plural, one {# person} other {# people}}", { count })`. What has no translation is said in English,
 * so words that came from the server may be said with `t(message)` too.
 */
export interface Text {
  (english: string, values?: MessageValues): string;
  /** The reader's language; for dates see lib/core/dated.ts, for numbers `Intl` takes `intlLocale(t.locale)`. */
  readonly locale: Locale;
  /** The unit in which temperatures are said. */
  readonly temperature: TemperatureUnit;
}

/** English text → the same in another language. */
export type Catalogue = Readonly<Record<string, string>>;

/** The words of a language, with the reader's units; each message is read once. Throws for a message that is no ICU MessageFormat. */
export function textIn(locale: Locale, catalogue: Catalogue, temperature: TemperatureUnit = "celsius"): Text {
  const known = new Map<string, Message>();
  const say = (english: string, values?: MessageValues) => {
    const message = catalogue[english] ?? english;
    if (!values || !message.includes("{")) return message;
    let read = known.get(message);
    if (!read) {
      read = readMessage(message);
      known.set(message, read);
    }
    return sayMessage(read, values, intlLocale(locale));
  };
  return Object.assign(say, { locale, temperature });
}

/**
 * Marks a text that is kept in a table and said later by `t(table[key])`, so that it is found and translated.
 * @public
 */
export const text = <T extends string>(words: T): T => words;

/** As written. */
export const english: Text = textIn("en", {});

/** Words that stand alone, as part of a sentence: small where the language has it so. German nouns stay as they are. */
export const inSentence = (words: string, t: Text): string =>
  t.locale === "de" ? words : words.charAt(0).toLowerCase() + words.slice(1);
