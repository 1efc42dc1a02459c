import { IntlMessageFormat } from "intl-messageformat";
import { readMessage } from "@/lib/core/message-format";

interface Part {
  readonly type?: number;
  readonly value?: unknown;
  readonly options?: Readonly<Record<string, { readonly value: readonly Part[] }>>;
}

/** In the parser, kinds 1–6 stand for a value: argument, number, date, time, select, plural. */
const takesValue = (type: number | undefined) => type !== undefined && type >= 1 && type <= 6;

/** The names of the values a message takes, sorted. Throws for what is no ICU MessageFormat, or more of it than we read. */
export function valuesOf(message: string, locale: string): string[] {
  if (!message.includes("{")) return [];
  readMessage(message);
  const names = new Set<string>();
  const visit = (parts: readonly Part[]): void => {
    for (const { type, value, options } of parts) {
      if (takesValue(type)) names.add(String(value));
      for (const option of Object.values(options ?? {})) visit(option.value);
    }
  };
  visit(new IntlMessageFormat(message, locale, undefined, { ignoreTag: true }).getAst() as readonly Part[]);
  return [...names].sort();
}
