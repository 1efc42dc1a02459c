import type { z } from "zod";
import { say, type Words } from "@/lib/core/words";

/** What is wrong with one value, in our own words; what a schema says itself is taken as it is. */
export function issueWords(issue: z.core.$ZodIssue): Words {
  switch (issue.code) {
    case "invalid_type":
      return /received undefined/.test(issue.message) ? say("It is missing.") : say("It is not of the right kind.");
    case "too_small":
      return issue.origin === "string"
        ? say("It needs {least, plural, one {# character} other {# characters}} at least.", {
            least: Number(issue.minimum),
          })
        : say("It must be {least} at least.", { least: String(issue.minimum) });
    case "too_big":
      return issue.origin === "string"
        ? say("It may have {most, plural, one {# character} other {# characters}} at most.", {
            most: Number(issue.maximum),
          })
        : say("It may be {most} at most.", { most: String(issue.maximum) });
    case "invalid_value":
      return say("It must be one of: {values}.", { values: issue.values.map(String).join(", ") });
    case "unrecognized_keys":
      return say("There is no such value: {keys}.", { keys: issue.keys.join(", ") });
    default:
      return { text: issue.message, values: {} };
  }
}
