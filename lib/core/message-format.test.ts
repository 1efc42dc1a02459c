import { IntlMessageFormat } from "intl-messageformat";
import { expect, test } from "vitest";
import { type MessageValues, readMessage, sayMessage } from "./message-format";
import { shownNumber } from "./shown-number";

/** As the original has them, but for numbers: they have a test of their own. */
const FORMATTERS = {
  getNumberFormat: (locale?: string | string[]) =>
    ({ format: (value: number) => shownNumber(value, String(locale)) }) as Intl.NumberFormat,
  getDateTimeFormat: (...args: ConstructorParameters<typeof Intl.DateTimeFormat>) => new Intl.DateTimeFormat(...args),
  getPluralRules: (...args: ConstructorParameters<typeof Intl.PluralRules>) => new Intl.PluralRules(...args),
};

const say = (text: string, values: MessageValues, locale = "en") => sayMessage(readMessage(text), values, locale);
const theirs = (text: string, values: MessageValues, locale = "en") =>
  String(
    new IntlMessageFormat(text, locale, undefined, { ignoreTag: true, formatters: FORMATTERS }).format({ ...values }),
  );

const PEOPLE = "{count, plural, one {# person} other {# people}}";
const HOST =
  "{count, plural, offset:1 =0 {nobody} =1 {{host}} one {{host} and one more} other {{host} and # of {total, number}}}";
const TOLD = "{kind, select, room {the room {name}} other {{count, plural, =0 {none} other {#}} of ''{name}''}}";

test.each<[string, MessageValues, string?]>([
  [PEOPLE, { count: 1 }],
  [PEOPLE, { count: 0 }],
  [PEOPLE, { count: 12_345 }, "de"],
  [PEOPLE, { count: 0 }, "fr"],
  ["{count, plural, other {#人}}", { count: 1 }, "ja"],
  ["{n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} floor", { n: 23 }],
  ...[0, 1, 2, 3_000].map((count): [string, MessageValues] => [HOST, { count, host: "Ada", total: 4_000 }]),
  [TOLD, { kind: "room", name: "Fjord", count: 2 }],
  [TOLD, { kind: "desk", name: "Fjord", count: 2 }],
  ["{kind, select, a {{n, plural, one {x} other {y {kind} #}}} other {#}}", { kind: "a", n: 2 }],
  ["{kind, select, a {# of it} other {#}}", { kind: "a" }],
  [
    "{n, plural, one {{kind, select, a {# a} other {#}}} other {{kind, select, a {# as} other {#}}}}",
    { kind: "a", n: 2 },
  ],
  ["It isn't {name}'s, it's '{name}' and '{'{name}'}'", { name: "Bo" }],
  ["room #{name}, '# is one' #", { name: 4 }],
  ["{n, plural, other {'#' is # and '{#}' is ''#''}}", { n: 4 }],
  ["{ value } {percent, number}", { value: "{x}", percent: 12.5 }, "de"],
  ["It is '{quoted to the end", {}],
  ["<b>{name}</b>", { name: "<i>" }],
])("says %j of %j as the whole format does", (text, values, locale) => {
  expect(say(text, values, locale)).toBe(theirs(text, values, locale));
});

test.each(["{", "}", "{a", "{a,}", "{a, plural, one {x}}", "{a, date}", "{a, plural, other {x}", "x } y", "{}"])(
  "refuses %j",
  (text) => {
    expect(() => readMessage(text)).toThrow(SyntaxError);
  },
);

test("tells which value is missing", () => {
  expect(() => say("{name}", {})).toThrow("{name}");
});
