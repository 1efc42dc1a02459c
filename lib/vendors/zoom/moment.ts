import { z } from "zod";
import { EARLIEST_MS } from "../schema-parts";

/** Smaller numbers are seconds: as ms they would be before 1973. */
const SECONDS_BELOW = 1e11;
/** Later is nobody's meeting, and whole µs stay exact. */
const LATEST_MS = Date.UTC(2100, 0, 1);

const DIGITS = /^\d{1,16}$/;
const DATE_TIME = z.regexes.datetime({ offset: true, local: true });
const ZONE = /(Z|[+-]\d{2}:?\d{2})$/;

/** A moment as Zoom writes it (ms, seconds, either as a string, or a date-time) in ms; null when it is none. */
export function momentMs(value: unknown): number | null {
  const ms = typeof value === "string" ? textMs(value) : typeof value === "number" ? epochMs(value) : null;
  return ms !== null && ms >= EARLIEST_MS && ms < LATEST_MS ? ms : null;
}

function textMs(text: string): number | null {
  if (DIGITS.test(text)) return epochMs(Number(text));
  if (!DATE_TIME.test(text)) return null;
  return Date.parse(ZONE.test(text) ? text : `${text}Z`); // all of Zoom's date-times are UTC
}

function epochMs(value: number): number | null {
  if (!Number.isSafeInteger(value)) return null;
  return value < SECONDS_BELOW ? value * 1000 : value;
}

const moment = (value: unknown, context: z.core.$RefinementCtx) => {
  const ms = momentMs(value);
  if (ms !== null) return ms * 1000;
  context.addIssue({ code: "custom", message: "is no moment from 2015 to 2099" });
  return z.NEVER;
};

/** µs since the epoch. */
export const Moment = z.unknown().transform(moment);

/** µs since the epoch; null when it is absent, null or "". */
export const OptionalMoment = z
  .unknown()
  .optional()
  .transform((value, context) =>
    value === undefined || value === null || value === "" ? null : moment(value, context),
  );

/** µs since the epoch → ISO 8601. */
export const iso = (us: number) => new Date(us / 1000).toISOString();
