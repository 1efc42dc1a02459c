import { useText } from "@/components/text/TextProvider";
import { SURE, type Suggestion } from "@/lib/core/suggestion";
import classes from "./Confidence.module.css";
import { BASIS_WORDS } from "./source-row-words";

/** How sure a suggestion is, and what mostly speaks for it. */
export function Confidence({ suggestion: { confidence, basis } }: { readonly suggestion: Suggestion }) {
  const t = useText();
  return (
    <span className={classes.confidence} data-sure={confidence >= SURE || undefined}>
      <span className={classes.bar} aria-hidden>
        <span style={{ width: `${confidence}%` }} />
      </span>
      <span className={classes.percent}>{confidence}&#8201;%</span> {t(BASIS_WORDS[basis])}
    </span>
  );
}
