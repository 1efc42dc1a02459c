import type { InfiniteData, QueryClient } from "@tanstack/react-query";
import { AlertFrame, type AlertPage } from "@/lib/core/alert";
import { AlertWatchReply } from "@/lib/realtime/events";
import { type AlertOverlay, applyAlertFrame, NO_OVERLAY } from "./alert-overlay";
import type { FeedHealth } from "./feed-health";
import { queryKeys } from "./query-keys";
import { serverNow } from "./server-clock";
import type { FeedSocket } from "./socket";

/** How often the feed is asked whether it is still there and where it stands, ms. */
const ASK_MS = 8_000;
/** Counting again is for the server to do: soon after the first change, and then not too often, ms. */
const COUNT_MS = 1_000;
const COUNT_AGAIN_MS = 3_000;
/** A frame on its way may be behind the answer that tells of it, ms. */
const LATE_MS = 1_500;

/** Keeps what is known of the alerts true while a page is open. Answers how to stop. */
export function followAlerts(socket: FeedSocket, queryClient: QueryClient): () => void {
  let health: FeedHealth = { connected: false, lostAt: null, heardAt: serverNow() };
  let counting: ReturnType<typeof setTimeout> | null = null;
  let countedAt = 0;
  let waiting: ReturnType<typeof setTimeout> | null = null;
  let stopped = false;
  const touched = new Set<string>();

  const overlay = () => queryClient.getQueryData<AlertOverlay>(queryKeys.alertOverlay) ?? NO_OVERLAY;
  const keep = (next: AlertOverlay) => queryClient.setQueryData(queryKeys.alertOverlay, next);
  const tell = (change: Partial<FeedHealth>) => {
    health = { ...health, ...change };
    queryClient.setQueryData(queryKeys.alertHealth, health);
  };

  const startAnew = (place: AlertOverlay["place"], open: number) => {
    keep({ ...NO_OVERLAY, place, open });
    void queryClient.invalidateQueries({ queryKey: queryKeys.alerts });
  };

  const countSoon = (ids: readonly string[]) => {
    for (const id of ids) touched.add(id);
    const inMs = Math.max(COUNT_MS, countedAt + COUNT_AGAIN_MS - Date.now());
    counting ??= setTimeout(() => {
      counting = null;
      countedAt = Date.now();
      for (const id of touched) {
        void queryClient.invalidateQueries({ queryKey: queryKeys.alert(id) });
        void queryClient.invalidateQueries({ queryKey: queryKeys.alertChildren(id) });
      }
      touched.clear();
      void queryClient.invalidateQueries({ queryKey: queryKeys.countedAlerts });
      void queryClient.invalidateQueries({ queryKey: queryKeys.alerts, predicate: isSearch });
    }, inMs);
  };

  const isBehind = (place: { epoch: string; offset: number }) => {
    const held = overlay().place;
    return held?.epoch !== place.epoch || held.offset < place.offset;
  };

  const watch = async () => {
    const answer = await socket
      .timeout(5_000)
      .emitWithAck("alert:watch")
      .catch(() => null);
    const reply = AlertWatchReply.safeParse(answer);
    if (stopped) return;
    // A line that died without a word looks open for long: ending it makes the client come back.
    if (answer === null && health.connected && socket.connected) {
      socket.io.engine.close();
      return;
    }
    if (!reply.success || !reply.data.ok) return;
    const { epoch, offset, open } = reply.data;
    tell({ connected: true, lostAt: null, heardAt: serverNow() });
    const held = overlay().place;
    if (held === null) {
      keep({ ...overlay(), place: { epoch, offset }, open });
      if (oldestPage(queryClient, epoch) < offset) void queryClient.invalidateQueries({ queryKey: queryKeys.alerts });
    } else if (held.epoch !== epoch) startAnew({ epoch, offset }, open);
    else if (isBehind(reply.data)) {
      if (waiting) clearTimeout(waiting);
      waiting = setTimeout(() => isBehind({ epoch, offset }) && startAnew({ epoch, offset }, open), LATE_MS);
    }
  };

  const onFrame = (raw: unknown) => {
    const { data: frame } = AlertFrame.safeParse(raw);
    if (!frame) return;
    tell({ heardAt: serverNow() });
    const next = applyAlertFrame(overlay(), frame);
    if (next === "gap") return startAnew({ epoch: frame.epoch, offset: frame.to }, frame.open);
    keep(next);
    countSoon(frame.changes.flatMap(({ id, parentId }) => (parentId === null ? [id] : [id, parentId])));
  };

  const onLost = (reason: string) => {
    tell({ connected: false, lostAt: health.lostAt ?? serverNow() });
    if (reason === "io server disconnect") socket.connect();
  };
  const onRefused = () => {
    if (health.lostAt === null) tell({ connected: false, lostAt: serverNow() });
  };

  const asking = setInterval(() => socket.connected && void watch(), ASK_MS);
  socket.on("connect", watch);
  socket.on("disconnect", onLost);
  socket.on("connect_error", onRefused);
  socket.on("alert:changed", onFrame);
  if (socket.connected) void watch();
  else socket.connect();

  return () => {
    stopped = true;
    clearInterval(asking);
    if (counting) clearTimeout(counting);
    if (waiting) clearTimeout(waiting);
    socket.emit("alert:unwatch");
    socket.off("connect", watch);
    socket.off("disconnect", onLost);
    socket.off("connect_error", onRefused);
    socket.off("alert:changed", onFrame);
  };
}

/** Whether what changed belongs to these lists, only the server can tell. */
const isSearch = ({ queryKey: [, what, search] }: { readonly queryKey: readonly unknown[] }): boolean =>
  what === "list" && /(^|&)(q|space)=/.test(String(search));

/** The least offset among the pages that are held; a page of another epoch counts as older than all. */
function oldestPage(queryClient: QueryClient, epoch: string): number {
  const lists = queryClient.getQueriesData<InfiniteData<AlertPage>>({ queryKey: ["alerts", "list"] });
  const pages = lists.flatMap(([, data]) => data?.pages ?? []);
  return Math.min(Number.POSITIVE_INFINITY, ...pages.map((page) => (page.epoch === epoch ? page.offset : -1)));
}
