"use client";

import { DateTime } from "luxon";
import { useEffect, useMemo, useState } from "react";
import { AppFrame } from "@/components/frame/AppFrame";
import type { FrameUser } from "@/components/frame/frame-user";
import { useText } from "@/components/text/TextProvider";
import { learnServerTime } from "@/lib/client/server-clock";
import { useAssignees } from "@/lib/client/use-alert-actions";
import { useAlerts } from "@/lib/client/use-alerts";
import { useAlertCounts, useAlertLook } from "@/lib/client/use-inbox-extras";
import { useIsPhone, useIsWide } from "@/lib/client/use-media";
import { useNow } from "@/lib/client/use-now";
import { mayDo } from "@/lib/core/access";
import type { Alert } from "@/lib/core/alert";
import { AlertPanel } from "./AlertPanel";
import classes from "./AlertsScreen.module.css";
import { rowInstead } from "./alert-rows";
import { filterOf } from "./alert-views";
import type { Says } from "./alert-words";
import { FeedHead } from "./FeedHead";
import { HandoverPanel } from "./HandoverPanel";
import { InboxColumn } from "./InboxColumn";
import { type DrawerName, InboxDrawer } from "./InboxDrawer";
import { MaintenanceDialog } from "./MaintenanceDialog";
import { useAlertsView } from "./use-alerts-view";
import { useCommentFocus } from "./use-comment-focus";
import { useIncidents } from "./use-incidents";
import { useListKeys } from "./use-list-keys";
import { usePicking } from "./use-picking";
import { useTriage } from "./use-triage";
import { ViewsNav } from "./ViewsNav";

interface AlertsScreenProps {
  /** The server's clock when the page was made. */
  readonly now: string;
  readonly user: FrameUser & { readonly id: string };
}

const nothing = () => undefined;
const NONE: readonly Alert[] = [];
const AGE_STEP_MS = 15_000;

/** Every alert of one's places, ranked by what it means for people. */
export function AlertsScreen({ now: started, user }: AlertsScreenProps) {
  const t = useText();
  const now = useNow(AGE_STEP_MS, Date.parse(started));
  const says = useMemo<Says>(() => ({ t, now }), [t, now]);
  useEffect(() => learnServerTime(started), [started]);

  const view = useAlertsView();
  const newSince = useAlertLook();
  const today = useToday(now);
  const filter = useMemo(() => filterOf(view.choice, { newSince, today }), [view.choice, newSince, today]);
  const list = useAlerts(filter, user.id);
  const counts = useAlertCounts(newSince, today);
  const { rows, expand } = useIncidents(list.alerts ?? NONE);
  const picking = usePicking(rows);

  const isWide = useIsWide();
  const isPhone = useIsPhone();
  const [activeId, setActiveId] = useState<string | null>(view.openId);
  const [drawer, setDrawer] = useState<Exclude<DrawerName, "alert"> | null>(null);
  const comment = useCommentFocus();

  const activate = (id: string | null) => {
    setActiveId(id);
    if (isWide) view.open(id);
  };
  const mayAct = mayDo(user.role, "alert:write");
  const people = useAssignees(mayAct);
  const triage = useTriage({
    mayAct,
    me: user,
    people,
    onAct: (alerts, action) => {
      if (action.do === "comment" || action.do === "assign") return;
      picking.clear();
      const isGone =
        action.do === "resolve" || action.do === "snooze" || action.do === "reopen" || action.do === "unsnooze";
      if (isGone && alerts.some(({ id }) => id === activeId))
        activate(rowInstead(rows, new Set(alerts.map(({ id }) => id))));
    },
  });

  const active = rows.find(({ alert }) => alert.id === activeId)?.alert ?? null;
  const picked = rows.flatMap(({ alert }) => (picking.picked.has(alert.id) ? [alert] : []));
  const targets = picked.length > 0 ? picked : active ? [active] : NONE;
  const openId = view.openId;
  const goToComment = () => {
    if (!active && !openId) return;
    const id = active?.id ?? openId;
    comment.focus(openId === id);
    view.open(id);
  };
  const leave = () => {
    if (picking.picked.size > 0) picking.clear();
    else activate(null);
    if (!isWide) view.open(null);
  };
  useListKeys({
    rows,
    activeId,
    targets,
    picking,
    triage,
    activate,
    expand,
    open: () => active && view.open(active.id),
    comment: goToComment,
    leave,
  });

  const known = rows.find(({ alert }) => alert.id === openId)?.alert ?? null;
  const openInPanel = (id: string) => {
    setActiveId(id);
    setDrawer(null);
    view.open(id);
  };
  const panel = openId ? (
    <AlertPanel
      key={openId}
      id={openId}
      known={known}
      triage={triage}
      isKeyed={picked.length === 0}
      says={says}
      commentRef={comment.ref}
      onComment={goToComment}
      onOpen={openInPanel}
      onClose={isWide ? null : () => view.open(null)}
    />
  ) : null;
  const handover = (
    <HandoverPanel
      lookedAt={newSince}
      says={says}
      onOpen={openInPanel}
      onClose={isWide ? null : () => setDrawer(null)}
    />
  );
  const views = (
    <ViewsNav
      view={view}
      counts={counts}
      facets={list.facets}
      newSince={newSince}
      says={says}
      mayWriteRules={mayDo(user.role, "rule:write")}
    />
  );
  return (
    <AppFrame
      user={user}
      header={
        <>
          <h1 className={classes.title}>{t("Alerts")}</h1>
          <span className={classes.sub}>
            {counts ? t("{count} open", { count: counts.open }) : null}
            {view.choice.sort === "impact" ? ` · ${t("ranked by impact")}` : null}
          </span>
          <FeedHead started={Date.parse(started)} />
        </>
      }
      aside={null}
      onAsideClose={nothing}
      footer={null}
    >
      <div className={classes.page}>
        {isWide ? <div className={classes.views}>{views}</div> : null}
        <InboxColumn
          view={view}
          list={list}
          rows={rows}
          counts={counts}
          newSince={newSince}
          activeId={activeId}
          picked={picked}
          picking={picking}
          triage={triage}
          says={says}
          isPhone={isPhone}
          onActivate={(id) => (isWide || isPhone ? activate(id === activeId && isPhone ? null : id) : openInPanel(id))}
          onStart={setActiveId}
          onOpen={openInPanel}
          onExpand={expand}
          isBeside={openId === null}
          onHandover={isWide ? () => activate(null) : () => setDrawer("handover")}
          onFilters={() => setDrawer("filters")}
        />
        {isWide ? <aside className={classes.aside}>{panel ?? handover}</aside> : null}
      </div>
      {isWide ? null : (
        <InboxDrawer
          shown={panel ? "alert" : drawer}
          view={view}
          facets={list.facets}
          says={says}
          isPhone={isPhone}
          onClose={() => (panel ? view.open(null) : setDrawer(null))}
        >
          {panel ?? (drawer === "filters" ? views : handover)}
        </InboxDrawer>
      )}
      <MaintenanceDialog
        alert={triage.asking === "maintenance" ? (targets[0] ?? known) : null}
        onClose={() => triage.ask(null)}
      />
    </AppFrame>
  );
}

/** When today began on the clock of who looks, ISO 8601; the same text all day long. */
function useToday(now: number): string {
  const start = DateTime.fromMillis(now).startOf("day").toMillis();
  return useMemo(() => new Date(start).toISOString(), [start]);
}
