"use client";

import { notifications } from "@mantine/notifications";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useDeferredValue, useEffect } from "react";
import { createPortal } from "react-dom";
import { AirLimitsProvider } from "@/components/air/AirLimits";
import { AppFrame } from "@/components/frame/AppFrame";
import { FloorSwitcher } from "@/components/frame/FloorSwitcher";
import type { FrameUser } from "@/components/frame/frame-user";
import { PastBarLater } from "@/components/past/PastBarLater";
import { PastChip } from "@/components/past/PastChip";
import { PastFrame } from "@/components/past/PastFrame";
import { usePastView } from "@/components/past/use-past-view";
import { useText } from "@/components/text/TextProvider";
import { isDimmed } from "@/lib/client/feed-health";
import { useFloorPlan } from "@/lib/client/use-floor-plan";
import { useFloors } from "@/lib/client/use-floors";
import { useLiveFloor } from "@/lib/client/use-live-floor";
import { useIsPhone } from "@/lib/client/use-media";
import { useAtNow, useNow } from "@/lib/client/use-now";
import { useSiteVisitors } from "@/lib/client/use-site-visitors";
import { mayDo } from "@/lib/core/access";
import { airUnit } from "@/lib/core/environment";
import type { FloorSnapshot, FloorSummary } from "@/lib/core/floor";
import type { PublishedPlan } from "@/lib/core/floor-plan";
import { peopleAmong } from "@/lib/core/people";
import type { Text } from "@/lib/core/text";
import { FeedChip } from "./FeedChip";
import { FloorBody } from "./FloorBody";
import { FloorLegend } from "./FloorLegend";
import classes from "./FloorScreen.module.css";
import { NO_WISH, wishChoices } from "./floor-filter";
import { needsAttention } from "./group-spaces";
import { useFloorKeys } from "./use-floor-keys";
import { type FloorPicture, useFloorPicture } from "./use-floor-picture";
import { useFloorView } from "./use-floor-view";
import { useFocusBack } from "./use-focus-back";

// Charts and forms weigh more than the floor itself: they come when they are wanted, or when there is time.
const loadPanel = () => import("@/components/space/SpacePanel").then((module) => module.SpacePanel);
// Without something to show meanwhile the whole page would wait, hidden, and lose the focus.
const SpacePanel = dynamic(loadPanel, { loading: () => null });
const PastBanner = dynamic(() => import("@/components/past/PastBanner").then((module) => module.PastBanner), {
  loading: () => null,
});
const LegendSheet = dynamic(() => import("./LegendSheet").then((module) => module.LegendSheet), {
  loading: () => null,
});
const SpacePageTitle = dynamic(
  () => import("@/components/space/SpacePageTitle").then((module) => module.SpacePageTitle),
  { loading: () => null },
);
const SilentBanner = dynamic(() => import("@/components/feeds/SilentBanner").then((module) => module.SilentBanner), {
  ssr: false,
});
const PastBar = dynamic(() => import("@/components/past/PastBar").then((module) => module.PastBar), {
  ssr: false,
  loading: () => <PastBarLater />,
});
const FeedStrip = dynamic(() => import("@/components/feeds/FeedStrip").then((module) => module.FeedStrip), {
  ssr: false,
});
const FloorNews = dynamic(() => import("./FloorNews").then((module) => module.FloorNews), { ssr: false });
const FindRoom = dynamic(() => import("./FindRoom").then((module) => module.FindRoom), { loading: () => null });

interface FloorScreenProps {
  readonly floors: readonly FloorSummary[];
  readonly initial: FloorSnapshot;
  /** The published plan of that revision; null when the floor has none. */
  readonly initialPlan: PublishedPlan | null;
  readonly user: FrameUser;
}

const AGE_STEP_MS = 5_000;
const IDLE_MS = 5_000;

function announceCaughtUp(changes: number, t: Text) {
  notifications.show({
    message: t(
      "{changes, plural, =0 {Caught up, nothing changed} one {Caught up, # change} other {Caught up, # changes}}",
      {
        changes,
      },
    ),
  });
}

/** Runs when nothing else is to be done; answers how to call it off. */
function whenIdle(work: () => void): () => void {
  if (typeof requestIdleCallback === "undefined") return () => undefined;
  const id = requestIdleCallback(work, { timeout: IDLE_MS });
  return () => cancelIdleCallback(id);
}

function goToSignIn() {
  const back = window.location.pathname + window.location.search;
  window.location.assign(`/login?next=${encodeURIComponent(back)}`);
}

/** The live floor: what the feed says, judged by the clock, with one space opened beside it. */
export function FloorScreen({ floors: initialFloors, initial, initialPlan, user }: FloorScreenProps) {
  const t = useText();
  const { floor: live, health } = useLiveFloor(initial, {
    onCaughtUp: (changes) => announceCaughtUp(changes, t),
    onSignedOut: goToSignIn,
  });
  const { timeZone } = live.floor.site;
  const started = Date.parse(initial.now);
  const liveNow = useNow(AGE_STEP_MS, started);
  const past = usePastView(live.floor.id);
  const isPast = past.at !== null;
  const floor = isPast ? { ...live, spaces: past.then.spaces } : live;
  const now = past.at ?? liveNow;
  const isFeedOld = useAtNow((at) => isDimmed(health.get(), at), started);
  const dimmed = isPast ? !past.then.isReady : isFeedOld;
  const floorView = useFloorView();
  const { close, wish, wishFor } = floorView;
  // The ring is drawn at once, the panel with its charts after that.
  const openedId = useDeferredValue(floorView.selectedId);
  const published = useFloorPlan(floor.floor.id, floor.plan, initialPlan);
  const picture = useFloorPicture(floor, published?.plan ?? null, floorView, now);
  const isPhone = useIsPhone();
  const floors = useFloorTabs(initialFloors, picture);
  const visitors = useSiteVisitors(floor.floor.site.id);
  useFocusBack(openedId);
  useEffect(() => whenIdle(() => void loadPanel()), []);
  useKeys(floors, picture, past.live);

  const selected = floor.spaces.find((space) => space.id === openedId) ?? null;
  const panel = selected ? (
    <SpacePanel
      key={selected.id}
      space={selected}
      floor={floor.floor}
      now={now}
      onClose={close}
      variant={isPhone ? "page" : "panel"}
      isPast={isPast}
      mayClose={!isPast && mayDo(user.role, "alert:write")}
    />
  ) : null;
  const isPage = isPhone && selected !== null;
  const feedStrip = <FeedStrip started={started} timeZone={timeZone} />;
  const finder = wish.find ? <Finder picture={picture} /> : null;
  return (
    <AirLimitsProvider spaces={floor.spaces} floor={floor.limits}>
      <AppFrame
        user={user}
        header={
          <>
            {isPage ? (
              <SpacePageTitle name={selected.name} onBack={close} />
            ) : (
              <FloorSwitcher floors={floors} current={floor.floor} />
            )}
            {past.at === null ? (
              <FeedChip health={health} started={started} timeZone={timeZone} />
            ) : (
              <PastChip at={past.at} timeZone={timeZone} />
            )}
          </>
        }
        aside={isPhone ? null : (panel ?? finder)}
        onAsideClose={panel ? close : () => wishFor({ find: false })}
        footer={
          isPhone ? null : (
            <>
              <Legend picture={picture} />
              {feedStrip}
            </>
          )
        }
        dimmed={dimmed}
      >
        {/* Stays under an opened page, so that the way back leads to the same place in the list. */}
        <div inert={isPage} className={classes.floor}>
          {past.at === null ? (
            <SilentBanner
              spaces={floor.spaces}
              timeZone={timeZone}
              now={now}
              isAdmin={mayDo(user.role, "delivery:read")}
            />
          ) : (
            <PastBanner view={past} at={past.at} timeZone={timeZone} />
          )}
          {isPhone ? finder : null}
          <PastFrame isPast={isPast}>
            <FloorBody
              picture={picture}
              mayEdit={mayDo(user.role, "space:write")}
              visitors={isPast ? null : visitors}
              isPhone={isPhone}
              isLoading={isPast && !past.then.isReady}
              legend={
                <LegendSheet>
                  <Legend picture={picture} isList />
                </LegendSheet>
              }
            />
            <PastBar floorId={live.floor.id} view={past} started={started} timeZone={timeZone} />
          </PastFrame>
          {isPhone ? feedStrip : null}
        </div>
        {isPast ? null : <FloorNews drawn={picture.drawn} />}
        {isPage ? createPortal(<div className={classes.page}>{panel}</div>, document.body) : null}
      </AppFrame>
    </AirLimitsProvider>
  );
}

function Legend({ picture, isList = false }: { readonly picture: FloorPicture; readonly isList?: boolean }) {
  const t = useText();
  const { legend, counts, floorView } = picture;
  const { show, only, showOnly } = floorView;
  const unit = show === "co2" || show === "temperature" || show === "humidity" ? airUnit(show, t) : "";
  return <FloorLegend lines={legend} counts={counts} only={only} onOnly={showOnly} unit={unit} isList={isList} />;
}

function Finder({ picture }: { readonly picture: FloorPicture }) {
  const { floor, drawn, isAsked, floorView, now } = picture;
  return (
    <FindRoom
      floor={floor}
      rooms={drawn.filter(isAsked)}
      wish={floorView.wish}
      onWish={floorView.wishFor}
      tags={wishChoices(drawn.map(({ space }) => space)).tags}
      now={now}
      onOpen={floorView.open}
      onClose={() => floorView.wishFor({ find: false })}
    />
  );
}

/** Of the floor on screen the feed knows more than the list, and two numbers for one fact would be one too many. */
function useFloorTabs(initial: readonly FloorSummary[], { floor, drawn }: FloorPicture): readonly FloorSummary[] {
  const people = peopleAmong(drawn);
  const alerts = drawn.filter((one) => one.space.kind !== "desk" && needsAttention(one)).length;
  return useFloors(initial).map((one) => (one.id === floor.id ? { ...one, people, alerts } : one));
}

function useKeys(floors: readonly FloorSummary[], { floor, floorView }: FloorPicture, goLive: () => void): void {
  const router = useRouter();
  const { selectedId, close, wish, wishFor, only, showOnly } = floorView;
  useFloorKeys({
    onClose: () => {
      if (selectedId !== null) close();
      else if (wish.find) wishFor({ find: false });
      else if (only !== null) showOnly(null);
    },
    onLive: () => {
      goLive();
      if (only !== null) showOnly(null);
      wishFor(NO_WISH);
    },
    onFloor: (step) => {
      const next = floors[floors.findIndex((one) => one.id === floor.id) + step];
      if (next) router.push(`/floors/${next.id}`);
    },
  });
}
