import { useEffect, useRef, useState } from "react";
import { Unseen } from "@/components/frame/Unseen";
import { useText } from "@/components/text/TextProvider";
import type { DrawnSpace } from "./drawn-space";

/** What changed is told together, not more often than this. */
const BATCH_MS = 8_000;
const MOST_NAMED = 3;

/** Tells those who listen what changed on the floor: politely, in batches, and by name only when it is little. */
export function FloorNews({ drawn }: { readonly drawn: readonly DrawnSpace[] }) {
  const t = useText();
  const latest = useRef(drawn);
  latest.current = drawn;
  const [news, setNews] = useState("");
  useEffect(() => {
    let told = keysOf(latest.current);
    const timer = setInterval(() => {
      const changed = latest.current.filter(({ space, look }) => told.get(space.id) !== look.key);
      if (changed.length === 0) return;
      told = keysOf(latest.current);
      const named = changed.slice(0, MOST_NAMED).map(({ look }) => look.sentence);
      const rest = changed.length - named.length;
      const more =
        rest > 0 ? t("and {count, plural, one {# more change} other {# more changes}}", { count: rest }) : "";
      setNews([...named, more].filter(Boolean).join(". "));
    }, BATCH_MS);
    return () => clearInterval(timer);
  }, [t]);
  return <Unseen role="status">{news}</Unseen>;
}

const keysOf = (drawn: readonly DrawnSpace[]) => new Map(drawn.map(({ space, look }) => [space.id, look.key]));
