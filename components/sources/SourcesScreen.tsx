"use client";

import { Button, Progress, SegmentedControl } from "@mantine/core";
import { IconCheck, IconHandFinger, IconHandStop } from "@tabler/icons-react";
import { useState } from "react";
import { AppFrame } from "@/components/frame/AppFrame";
import type { FrameUser } from "@/components/frame/frame-user";
import { tellFailure, tellWithUndo } from "@/components/frame/tell";
import { useText } from "@/components/text/TextProvider";
import { StaleNote } from "@/components/vendors/StaleNote";
import { type Mapper, useMapping } from "@/lib/client/use-mapping";
import { useNow } from "@/lib/client/use-now";
import { useSourceSummary, useWaiting } from "@/lib/client/use-sources";
import { useTouches } from "@/lib/client/use-touches";
import type { Source, SourcePage, SourceSummary } from "@/lib/core/source";
import { SURE } from "@/lib/core/suggestion";
import type { Text } from "@/lib/core/text";
import { AssignedTab } from "./AssignedTab";
import { DiscoverTab } from "./DiscoverTab";
import { IgnoredTab } from "./IgnoredTab";
import { ListenBar } from "./ListenBar";
import classes from "./SourcesScreen.module.css";
import { SOURCE_TABS, type SourceTab, useSourcesView } from "./use-sources-view";
import { WaitingTab } from "./WaitingTab";
import { WalkTest } from "./WalkTest";

interface SourcesScreenProps {
  readonly initial: SourcePage;
  readonly summary: SourceSummary;
  /** The server's clock when the page was made. */
  readonly now: string;
  readonly user: FrameUser;
}

const nothing = () => undefined;

/** What the vendors talk about, and where it stands. */
export function SourcesScreen({ initial, summary: initialSummary, now: started, user }: SourcesScreenProps) {
  const t = useText();
  const { data, staleSince } = useWaiting(initial);
  const summary = useSourceSummary(initialSummary);
  const view = useSourcesView();
  const mapper = useMapping();
  const now = useNow(1_000, Date.parse(started));
  const [isListening, setListening] = useState(false);
  const touches = useTouches(isListening, (touch) => {
    if (touch.space) view.openTab("assigned", touch.sourceId);
    else view.openTab(touch.isIgnored ? "ignored" : "waiting", touch.sourceId);
  });
  return (
    <AppFrame
      user={user}
      header={
        <div className={classes.header}>
          <h1 className={classes.title}>{t("Sources")}</h1>
          <p className={classes.lead}>{leadWords(summary, t)}</p>
        </div>
      }
      aside={null}
      onAsideClose={nothing}
      footer={null}
    >
      <div className={classes.page}>
        <div className={classes.bar}>
          <Tabs tab={view.tab} summary={summary} onChange={view.openTab} />
          <MappedProgress summary={summary} />
          <span className={classes.tools}>
            <Button
              size="sm"
              variant="default"
              aria-pressed={isListening}
              leftSection={
                isListening ? <IconHandStop size={16} stroke={1.75} /> : <IconHandFinger size={16} stroke={1.75} />
              }
              onClick={() => setListening((on) => !on)}
            >
              {isListening ? t("Stop listening") : t("Identify by touch")}
            </Button>
            {view.tab === "waiting" ? <MapSure items={data.items} mapper={mapper} /> : null}
          </span>
        </div>
        {isListening ? <ListenBar {...touches} /> : null}
        <StaleNote since={staleSince} />
        {view.tab === "waiting" ? (
          <WaitingTab
            items={data.items}
            hasMore={data.next !== null}
            mapper={mapper}
            view={view}
            now={now}
            touched={touches.last}
          />
        ) : null}
        {view.tab === "assigned" ? (
          <AssignedTab mapper={mapper} view={view} now={now} touched={touches.last} waiting={data.items} />
        ) : null}
        {view.tab === "ignored" ? <IgnoredTab mapper={mapper} view={view} now={now} touched={touches.last} /> : null}
        {view.tab === "discover" ? <DiscoverTab waiting={data.items} /> : null}
        {view.tab === "walk" ? <WalkTest now={now} /> : null}
      </div>
    </AppFrame>
  );
}

const leadWords = ({ waiting }: SourceSummary, t: Text): string =>
  t(
    "{waiting, plural, =0 {Nothing waits} one {# source waits, everything it sent is kept} other {# sources wait, everything they sent is kept}}",
    { waiting },
  );

const TAB_WORDS: Record<SourceTab, (summary: SourceSummary, t: Text) => string> = {
  discover: (_, t) => t("Discover"),
  waiting: ({ waiting }, t) => t("Waiting {waiting}", { waiting }),
  walk: (_, t) => t("Walk test"),
  assigned: ({ assigned }, t) => t("Assigned {assigned}", { assigned }),
  ignored: ({ ignored }, t) => t("Ignored {ignored}", { ignored }),
};

interface TabsProps {
  readonly tab: SourceTab;
  readonly summary: SourceSummary;
  readonly onChange: (tab: SourceTab) => void;
}

function Tabs({ tab, summary, onChange }: TabsProps) {
  const t = useText();
  return (
    <SegmentedControl
      className={classes.tabs}
      size="sm"
      aria-label={t("Which sources")}
      data={SOURCE_TABS.map((value) => ({ value, label: TAB_WORDS[value](summary, t) }))}
      value={tab}
      onChange={onChange}
    />
  );
}

function MappedProgress({ summary: { assigned, waiting } }: { readonly summary: SourceSummary }) {
  const t = useText();
  const all = assigned + waiting;
  if (all === 0) return null;
  return (
    <span className={classes.progress}>
      <Progress
        className={classes.meter}
        color="green"
        size={6}
        value={(100 * assigned) / all}
        aria-label={t("{assigned} of {all} mapped", { assigned, all })}
      />
      <b>{t("{assigned} of {all} mapped", { assigned, all })}</b>
    </span>
  );
}

/** Everything that is sure enough, at once. */
function MapSure({ items, mapper }: { readonly items: readonly Source[]; readonly mapper: Mapper }) {
  const t = useText();
  const sure = items.flatMap(({ id, waiting }) => {
    const suggestion = waiting?.suggestion;
    return suggestion && suggestion.confidence >= SURE ? [{ sourceId: id, spaceId: suggestion.space.id }] : [];
  });
  if (sure.length === 0) return null;
  const map = async () => {
    try {
      const { count, done } = await mapper.map(sure);
      const missing = sure.length - count;
      const words = t(
        "Mapped {count, plural, one {# source} other {# sources}}.{missing, plural, =0 {} other { # could not be: the place or the source is gone.}}",
        { count, missing },
      );
      tellWithUndo(words, () => mapper.undo(done));
    } catch (error) {
      tellFailure(error);
    }
  };
  return (
    <Button
      size="sm"
      leftSection={<IconCheck size={16} stroke={1.75} />}
      disabled={mapper.isBusy}
      onClick={() => void map()}
    >
      {t("Map {count} at {percent}\u2009% or more", { count: sure.length, percent: SURE })}
    </Button>
  );
}
