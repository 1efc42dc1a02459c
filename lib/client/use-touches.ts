import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useState } from "react";
import { Touches } from "@/lib/core/source";
import { fetchJson } from "./api";
import { queryKeys } from "./query-keys";

const EVERY_MS = 1_000;
const LIT_MS = 12_000;

export type Touch = Touches["items"][number];

/** While somebody listens, asks once a second which devices were touched. Answers the last one, for a few seconds. */
export function useTouches(isListening: boolean, onTouch: (touch: Touch) => void) {
  const queryClient = useQueryClient();
  const [last, setLast] = useState<Touch | null>(null);
  const [isUnanswered, setUnanswered] = useState(false);
  const touched = useEffectEvent((touch: Touch) => {
    setLast(touch);
    void queryClient.invalidateQueries({ queryKey: queryKeys.sources }); // it may be new to the list
    onTouch(touch);
  });
  useEffect(() => {
    if (!isListening) return;
    const control = new AbortController();
    let timer: ReturnType<typeof setTimeout>;
    const told = new Set<string>();
    let until: string | null = null;
    let started: string | null = null;
    const ask = async () => {
      try {
        const after = until === null ? "" : `?after=${encodeURIComponent(until)}`;
        const answer = await fetchJson(Touches, `/api/sources/touched${after}`, { signal: control.signal });
        setUnanswered(false);
        started ??= answer.until;
        until = answer.until;
        for (const touch of answer.items) {
          const key = `${touch.sourceId} ${touch.at}`;
          if (touch.at < started || told.has(key)) continue;
          told.add(key);
          touched(touch);
        }
      } catch {
        if (control.signal.aborted) return;
        setUnanswered(true);
      }
      timer = setTimeout(() => void ask(), EVERY_MS);
    };
    void ask();
    return () => {
      control.abort();
      clearTimeout(timer);
      setLast(null);
      setUnanswered(false);
    };
  }, [isListening]);
  useEffect(() => {
    if (!last) return;
    const timer = setTimeout(() => setLast(null), LIT_MS);
    return () => clearTimeout(timer);
  }, [last]);
  return { last, isUnanswered };
}
