import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { type AssignmentUndo, Source, SourceAssigned, type SourcePage, SourceReplaced } from "@/lib/core/source";
import { fetchJson } from "./api";
import { queryKeys } from "./query-keys";

/** Which sources go where; null: nowhere. */
type Mapping = readonly { readonly sourceId: string; readonly spaceId: string | null }[];

interface Done {
  readonly sourceId: string;
  readonly undo: AssignmentUndo;
}

/** What was done together is undone together. */
type DoneTogether = readonly Done[];

const json = (method: string, body: unknown): RequestInit => ({
  method,
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
});

export interface Mapper {
  /** How many could be mapped, and what undoes that. Throws ApiError. */
  readonly map: (mapping: Mapping) => Promise<{ readonly count: number; readonly done: DoneTogether }>;
  /** `assignmentId` is where it stands now. */
  readonly takeOut: (sourceId: string, assignmentId: string) => Promise<DoneTogether>;
  readonly ignore: (sourceId: string, isIgnored: boolean) => Promise<void>;
  readonly replace: (sourceId: string, newSourceId: string, at: Date) => Promise<DoneTogether>;
  readonly undo: (done: DoneTogether) => Promise<void>;
  /** What was done last and not undone; null for nothing. */
  readonly undoLast: () => Promise<boolean>;
  readonly isBusy: boolean;
}

/** Saying where sources stand, and taking it back. */
export function useMapping(): Mapper {
  const queryClient = useQueryClient();
  const history = useRef<DoneTogether[]>([]);
  const [busy, setBusy] = useState(0);

  async function during<T>(work: () => Promise<T>): Promise<T> {
    setBusy((count) => count + 1);
    try {
      return await work();
    } finally {
      setBusy((count) => count - 1);
      void queryClient.invalidateQueries({ queryKey: queryKeys.sources });
      void queryClient.invalidateQueries({ queryKey: queryKeys.places });
    }
  }
  const remember = (done: DoneTogether) => {
    if (done.length > 0) history.current.push(done);
    return done;
  };
  /** Rows leave at once: the next one is under the hand of whoever works through them. */
  const leaveWaiting = async (ids: ReadonlySet<string>) => {
    await queryClient.cancelQueries({ queryKey: queryKeys.waitingSources });
    queryClient.setQueryData<SourcePage>(
      queryKeys.waitingSources,
      (page) => page && { ...page, items: page.items.filter(({ id }) => !ids.has(id)) },
    );
  };
  const undo = (done: DoneTogether) =>
    during(async () => {
      history.current = history.current.filter((other) => other !== done);
      for (const one of done.toReversed()) {
        await fetchJson(Source, `/api/sources/${one.sourceId}/undo`, json("POST", one.undo));
      }
    });

  return {
    map: (mapping) =>
      during(async () => {
        const { items } = await fetchJson(SourceAssigned, "/api/sources/assign", json("POST", { items: mapping }));
        const mapped = items.filter(({ outcome }) => outcome === "assigned");
        await leaveWaiting(new Set(mapped.map(({ sourceId }) => sourceId)));
        const done = mapped.flatMap(({ sourceId, assignmentId }): Done[] =>
          assignmentId === null ? [] : [{ sourceId, undo: { assignmentId, undo: "start" } }],
        );
        return { count: mapped.length, done: remember(done) };
      }),
    takeOut: (sourceId, assignmentId) =>
      during(async () => {
        await fetchJson(Source, `/api/sources/${sourceId}/assign`, json("POST", { spaceId: null }));
        return remember([{ sourceId, undo: { assignmentId, undo: "end" } }]);
      }),
    ignore: (sourceId, isIgnored) =>
      during(async () => {
        await fetchJson(Source, `/api/sources/${sourceId}/ignore`, { method: isIgnored ? "POST" : "DELETE" });
        if (isIgnored) await leaveWaiting(new Set([sourceId]));
      }),
    replace: (sourceId, newSourceId, at) =>
      during(async () => {
        const body = { newSourceId, at: at.toISOString() };
        const { assignmentId } = await fetchJson(
          SourceReplaced,
          `/api/sources/${sourceId}/replace`,
          json("POST", body),
        );
        return remember([{ sourceId: newSourceId, undo: { assignmentId, undo: "start" } }]);
      }),
    undo,
    undoLast: async () => {
      const last = history.current.at(-1);
      if (!last) return false;
      await undo(last);
      return true;
    },
    isBusy: busy > 0,
  };
}
