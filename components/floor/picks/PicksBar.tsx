import { Button, CloseButton } from "@mantine/core";
import Link from "next/link";
import { useText } from "@/components/text/TextProvider";
import { useCopied } from "@/lib/client/use-copied";
import type { Text } from "@/lib/core/text";
import classes from "./PlanPicks.module.css";
import type { PickFigures } from "./pick-figures";

interface PicksBarProps {
  readonly figures: PickFigures;
  /** Those that are on this floor. */
  readonly ids: readonly string[];
  readonly mayEdit: boolean;
  readonly onClear: () => void;
}

/** What is picked, together: how much is known of it, and where it can be taken. Says so to those who listen. */
export function PicksBar({ figures, ids, mayEdit, onClear }: PicksBarProps) {
  const t = useText();
  const isEmpty = figures.spaces === 0;
  const list = ids.join(",");
  return (
    <div className={classes.bar} data-empty={isEmpty || undefined}>
      <p role="status">
        {isEmpty
          ? null
          : wordsOf(figures, t).map((words, i) =>
              i === 0 ? <b key={words}>{words}</b> : <span key={words}>{words}</span>,
            )}
      </p>
      {isEmpty ? null : (
        <div className={classes.ways}>
          <Button component={Link} href={`/history?spaces=${list}`} variant="default" size="compact-sm">
            {t("Compare in History")}
          </Button>
          {mayEdit ? (
            <Button component={Link} href={`/admin/spaces?space=${list}`} variant="default" size="compact-sm">
              {t("Edit together")}
            </Button>
          ) : null}
          <CopyLink list={list} />
          <CloseButton
            className={classes.clear ?? ""}
            size="sm"
            aria-label={t("Clear the selection")}
            onClick={onClear}
          />
        </div>
      )}
    </div>
  );
}

/** "3 spaces", "12 people, room for 40", "2 without data". */
function wordsOf({ spaces, people, capacity, withoutData, withoutCount }: PickFigures, t: Text): string[] {
  return [
    t("{count, plural, one {# space} other {# spaces}}", { count: spaces }),
    people === null
      ? t("people not known")
      : capacity === null
        ? t("{count, plural, one {# person} other {# people}}", { count: people })
        : t("{count, plural, one {# person} other {# people}}, room for {capacity}", { count: people, capacity }),
    withoutCount > 0 ? t("{count} without a count", { count: withoutCount }) : "",
    withoutData > 0 ? t("{count} without data", { count: withoutData }) : "",
  ].filter(Boolean);
}

function CopyLink({ list }: { readonly list: string }) {
  const t = useText();
  const [isCopied, copy] = useCopied();
  const link = () => {
    const url = new URL(window.location.href);
    url.searchParams.set("picks", list);
    return url.href;
  };
  return (
    <Button variant="default" size="compact-sm" onClick={() => copy(link())}>
      {isCopied ? t("Copied") : t("Copy link")}
    </Button>
  );
}
