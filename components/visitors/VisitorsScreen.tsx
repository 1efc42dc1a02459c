"use client";

import { ActionIcon, Button, Select, Skeleton } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { DateTime } from "luxon";
import { parseAsString, useQueryStates } from "nuqs";
import { useState } from "react";
import { AppFrame } from "@/components/frame/AppFrame";
import type { FrameUser } from "@/components/frame/frame-user";
import classes from "@/components/history/History.module.css";
import { useText } from "@/components/text/TextProvider";
import { useNow } from "@/lib/client/use-now";
import { useFollowVisitors, useVisitorDay } from "@/lib/client/use-visitor-day";
import { mayDo } from "@/lib/core/access";
import { dateIn, daysAfter } from "@/lib/core/calendar-day";
import { dated } from "@/lib/core/dated";
import { ArrivalsCard } from "./ArrivalsCard";
import styles from "./Visitors.module.css";
import { VisitorTiles } from "./VisitorTiles";
import { VisitsCard } from "./VisitsCard";

interface Site {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
}

interface VisitorsScreenProps {
  readonly sites: readonly Site[];
  /** The server's clock when the page was made. */
  readonly now: string;
  readonly user: FrameUser;
}

const MINUTE_MS = 60_000;
const nothing = () => undefined;

/** Who comes to a site today, or came on another day: how many for everyone, who for operators. */
export function VisitorsScreen({ sites, now, user }: VisitorsScreenProps) {
  const t = useText();
  const [view, change] = useQueryStates({ site: parseAsString, date: parseAsString }, { history: "replace" });
  const site = sites.find(({ id }) => id === view.site) ?? sites[0];
  const today = dateIn(useNow(MINUTE_MS, Date.parse(now)), site?.timeZone ?? "UTC");
  const isDate = /^\d{4}-\d\d-\d\d$/.test(view.date ?? "") && view.date !== today;
  const date = isDate ? (view.date ?? today) : today;
  return (
    <AppFrame
      user={user}
      header={<h1 className={classes.title}>{t("Visitors")}</h1>}
      aside={null}
      onAsideClose={nothing}
      footer={null}
    >
      {site ? (
        <>
          <div className={`${classes.bar} ${styles.days}`}>
            {sites.length > 1 && (
              <Select
                size="sm"
                aria-label={t("Site")}
                searchable
                allowDeselect={false}
                data={sites.map(({ id, name }) => ({ value: id, label: name }))}
                value={site.id}
                onChange={(id) => void change({ site: id })}
              />
            )}
            <DayPicker
              date={date}
              today={today}
              onDate={(next) => void change({ date: next === today ? null : next })}
            />
          </div>
          <Day
            key={site.id}
            siteId={site.id}
            date={date === today ? "" : date}
            mayName={mayDo(user.role, "visitor:read")}
          />
        </>
      ) : (
        <div className={classes.page}>
          <p className={`${classes.card} ${classes.empty}`}>{t("There is no site yet.")}</p>
        </div>
      )}
    </AppFrame>
  );
}

interface DayPickerProps {
  readonly date: string;
  readonly today: string;
  readonly onDate: (date: string) => void;
}

function DayPicker({ date, today, onDate }: DayPickerProps) {
  const t = useText();
  const day = DateTime.fromISO(date, { zone: "utc" });
  return (
    <>
      <ActionIcon
        variant="default"
        size={36}
        aria-label={t("Previous day")}
        onClick={() => onDate(daysAfter(date, -1))}
      >
        <IconChevronLeft size={16} stroke={1.75} />
      </ActionIcon>
      <b className={styles.date}>
        {dated(day, "cccc d LLLL", t)}
        {date === today && <span className={classes.quiet}> · {t("today")}</span>}
      </b>
      <ActionIcon variant="default" size={36} aria-label={t("Next day")} onClick={() => onDate(daysAfter(date, 1))}>
        <IconChevronRight size={16} stroke={1.75} />
      </ActionIcon>
      {date !== today && (
        <Button variant="subtle" color="gray" onClick={() => onDate(today)}>
          {t("Back to today")}
        </Button>
      )}
    </>
  );
}

interface DayProps {
  readonly siteId: string;
  /** Empty for today. */
  readonly date: string;
  readonly mayName: boolean;
}

function Day({ siteId, date, mayName }: DayProps) {
  const t = useText();
  const [wanted, setWanted] = useState(false);
  const named = mayName && wanted;
  useFollowVisitors(siteId);
  const { data, error, isFetching, refetch } = useVisitorDay(siteId, date, named);
  return (
    <div className={classes.page} aria-busy={isFetching}>
      {error && !data ? (
        <div className={`${classes.card} ${classes.empty}`} role="alert">
          <p>{t("The visitors could not be loaded. {reason}", { reason: error.message })}</p>
          <Button variant="default" loading={isFetching} onClick={() => void refetch()}>
            {t("Try again")}
          </Button>
        </div>
      ) : null}
      {!data && !error ? <Loading /> : null}
      {data ? (
        <>
          <VisitorTiles day={data} />
          {data.total > 0 && <ArrivalsCard day={data} />}
          <VisitsCard day={data} named={mayName ? named : null} onNamed={setWanted} />
        </>
      ) : null}
    </div>
  );
}

function Loading() {
  const t = useText();
  return (
    <output className={classes.loading} aria-label={t("Loading the visitors")}>
      <div className={classes.tiles}>
        {["a", "b", "c", "d"].map((key) => (
          <Skeleton key={key} className={classes.skeleton} height={104} radius={12} />
        ))}
      </div>
      <Skeleton className={classes.skeleton} height={240} radius={12} />
      <Skeleton className={classes.skeleton} height={240} radius={12} />
    </output>
  );
}
