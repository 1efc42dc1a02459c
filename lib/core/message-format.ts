import { shownNumber } from "./shown-number";

/** What a message may be told: names to words and numbers. */
export type MessageValues = Readonly<Record<string, string | number>>;

interface Value {
  readonly name: string;
  readonly kind: "value" | "number";
}

interface Choice {
  readonly name: string;
  readonly kind: "plural" | "selectordinal" | "select";
  readonly offset: number;
  readonly cases: ReadonlyMap<string, Message>;
}

type Part = string | Value | Choice | { readonly kind: "#" };

/** A message that was read: {@link sayMessage}. */
export type Message = readonly Part[];

// Apostrophes quote what would be read otherwise; '' is one apostrophe; any other is just itself.
const LITERAL = /'('|[{}#](?:[^']|'')*(?:'|$))|[^{}#']+|'/y;
const NAME = /\s*([\w.-]+)\s*/y;
const KEY = /\s*(=?[\w.-]+)\s*/y;
const OFFSET = /\s*offset\s*:\s*(\d+)/y;

class Reader {
  private at = 0;
  constructor(private readonly text: string) {}

  /** Up to the brace that ends it, or the end of the text; `#` means the number inside a plural. */
  message(isCounted: boolean, isInner: boolean): Message {
    const parts: Part[] = [];
    for (;;) {
      const sign = this.text[this.at];
      if (sign === undefined || sign === "}") {
        if ((sign === "}") !== isInner) throw this.wrong();
        return joined(parts);
      }
      if (sign === "{") parts.push(this.argument());
      else if (sign === "#" && isCounted) {
        this.at++;
        parts.push({ kind: "#" });
      } else parts.push(this.literal(isCounted));
    }
  }

  private literal(isCounted: boolean): string {
    if (this.text[this.at] === "#") {
      this.at++;
      return "#";
    }
    if (!isCounted && this.text.startsWith("'#", this.at)) {
      this.at++;
      return "'";
    }
    const [whole = "", quoted] = this.match(LITERAL);
    if (quoted === undefined) return whole;
    return quoted === "'" ? "'" : quoted.replace(/'$/, "").replaceAll("''", "'");
  }

  private argument(): Part {
    this.expect("{");
    const name = this.match(NAME)[1] ?? "";
    if (this.text[this.at] === "}") {
      this.at++;
      return { name, kind: "value" };
    }
    this.expect(",");
    const kind = this.match(NAME)[1];
    if (kind === "number") {
      this.expect("}");
      return { name, kind };
    }
    this.expect(",");
    if (kind !== "plural" && kind !== "selectordinal" && kind !== "select") throw this.wrong();
    return this.choice(name, kind);
  }

  private choice(name: string, kind: Choice["kind"]): Choice {
    const offset = kind === "select" ? 0 : Number(this.tryMatch(OFFSET)?.[1] ?? 0);
    const cases = new Map<string, Message>();
    while (this.text[this.at] !== "}") {
      const key = this.match(KEY)[1] ?? "";
      this.expect("{");
      cases.set(key, this.message(kind !== "select", true));
      this.expect("}");
      this.tryMatch(/\s+/y);
    }
    this.at++;
    if (!cases.has("other")) throw this.wrong();
    return { name, kind, offset, cases };
  }

  private tryMatch(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found) this.at = pattern.lastIndex;
    return found;
  }

  private match(pattern: RegExp): RegExpExecArray {
    const found = this.tryMatch(pattern);
    if (!found) throw this.wrong();
    return found;
  }

  private expect(sign: string): void {
    if (this.text[this.at] !== sign) throw this.wrong();
    this.at++;
  }

  private wrong = () => new SyntaxError(`Not ICU MessageFormat at ${this.at}: ${this.text}`);
}

function joined(parts: readonly Part[]): Message {
  const all: Part[] = [];
  for (const part of parts) {
    const before = all.at(-1);
    if (typeof part === "string" && typeof before === "string") all[all.length - 1] = before + part;
    else all.push(part);
  }
  return all;
}

/**
 * Reads ICU MessageFormat: values, numbers, plural, selectordinal and select; dates are put into words before. The whole
 * format weighs more than a floor. Throws SyntaxError for anything else.
 */
export const readMessage = (text: string): Message => new Reader(text).message(false, false);

/** The message with these values. Throws when one is missing. */
export function sayMessage(message: Message, values: MessageValues, locale: string): string {
  return said(message, values, locale, null);
}

function said(message: Message, values: MessageValues, locale: string, count: number | null): string {
  let words = "";
  for (const part of message) {
    if (typeof part === "string") words += part;
    else if (part.kind === "#") words += shownNumber(count ?? 0, locale);
    else {
      const value = values[part.name];
      if (value === undefined) throw new Error(`No value for {${part.name}}`);
      if (!("cases" in part)) words += part.kind === "value" ? value : shownNumber(Number(value), locale);
      else if (part.kind === "select") words += said(chosen(part, String(value)), values, locale, count);
      else words += counted(part, Number(value), values, locale);
    }
  }
  return words;
}

const chosen = ({ cases }: Choice, key: string): Message => cases.get(key) ?? cases.get("other") ?? [];

function counted(choice: Choice, value: number, values: MessageValues, locale: string): string {
  const count = value - choice.offset;
  const exact = choice.cases.get(`=${value}`);
  const message =
    exact ?? chosen(choice, rules(locale, choice.kind === "plural" ? "cardinal" : "ordinal").select(count));
  return said(message, values, locale, count);
}

const known = new Map<string, Intl.PluralRules>();

function rules(locale: string, type: Intl.PluralRuleType): Intl.PluralRules {
  const key = `${type} ${locale}`;
  const found = known.get(key) ?? new Intl.PluralRules(locale, { type });
  known.set(key, found);
  return found;
}
