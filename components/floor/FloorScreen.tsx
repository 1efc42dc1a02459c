"use client";

import { Portal } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { useRouter } from "next/navigation";
import { FeedStrip } from "@/components/feeds/FeedStrip";
import { SilentBanner } from "@/components/feeds/SilentBanner";
import { AppFrame } from "@/components/frame/AppFrame";
import { FloorSwitcher } from "@/components/frame/FloorSwitcher";
import type { FrameUser } from "@/components/frame/frame-user";
import { SpacePageTitle } from "@/components/space/SpacePageTitle";
import { SpacePanel } from "@/components/space/SpacePanel";
import { isDimmed } from "@/lib/client/feed-health";
import { useFloorPlan } from "@/lib/client/use-floor-plan";
import { useFloors } from "@/lib/client/use-floors";
import { useLiveFloor } from "@/lib/client/use-live-floor";
import { useAtNow, useNow } from "@/lib/client/use-now";
import { useSiteVisitors } from "@/lib/client/use-site-visitors";
import { mayDo } from "@/lib/core/access";
import type { FloorSnapshot, FloorSummary } from "@/lib/core/floor";
import type { PublishedPlan } from "@/lib/core/floor-plan";
import { peopleIn } from "@/lib/core/people";
import { FeedChip } from "./FeedChip";
import { FloorBody } from "./FloorBody";
import { FloorLegend } from "./FloorLegend";
import classes from "./FloorScreen.module.css";
import { countStates, judge } from "./group-spaces";
import { useFloorKeys } from "./use-floor-keys";
import { useFloorView } from "./use-floor-view";
import { useFocusBack } from "./use-focus-back";

interface FloorScreenProps {
  readonly floors: readonly FloorSummary[];
  readonly initial: FloorSnapshot;
  /** The published plan of that revision; null when the floor has none. */
  readonly initialPlan: PublishedPlan | null;
  readonly user: FrameUser;
}

const AGE_STEP_MS = 5_000;

function announceCaughtUp(changes: number) {
  const words = changes === 0 ? "nothing changed" : `${changes} ${changes === 1 ? "change" : "changes"}`;
  notifications.show({ message: `Caught up, ${words}` });
}

function goToSignIn() {
  const back = window.location.pathname + window.location.search;
  window.location.assign(`/login?next=${encodeURIComponent(back)}`);
}

/** The live floor: what the feed says, judged by the clock, with one space opened beside it. */
export function FloorScreen({ floors: initialFloors, initial, initialPlan, user }: FloorScreenProps) {
  const router = useRouter();
  const { floor, health } = useLiveFloor(initial, { onCaughtUp: announceCaughtUp, onSignedOut: goToSignIn });
  const { timeZone } = floor.floor.site;
  const started = Date.parse(initial.now);
  const now = useNow(AGE_STEP_MS, started);
  const dimmed = useAtNow((at) => isDimmed(health, at), started);
  const floorView = useFloorView();
  const { selectedId, close, choice, choose } = floorView;
  const published = useFloorPlan(floor.floor.id, floor.plan, initialPlan);
  const isPhone = useMediaQuery("(max-width: 767px)") ?? false;
  // Of the floor on screen the feed knows more than the list, and two numbers for one fact would be one too many.
  const floors = useFloors(initialFloors).map((one) =>
    one.id === floor.floor.id ? { ...one, people: peopleIn(floor.spaces, now) } : one,
  );
  const visitors = useSiteVisitors(floor.floor.site.id);
  useFocusBack(selectedId);
  useFloorKeys({
    onClose: close,
    onFloor: (step) => {
      const next = floors[floors.findIndex((one) => one.id === floor.floor.id) + step];
      if (next) router.push(`/floors/${next.id}`);
    },
  });

  const judged = judge(floor.spaces, now);
  const selected = floor.spaces.find((space) => space.id === selectedId) ?? null;
  const panel = selected && (
    <SpacePanel
      key={selected.id}
      space={selected}
      floor={floor.floor}
      now={now}
      onClose={close}
      variant={isPhone ? "page" : "panel"}
      mayClose={mayDo(user.role, "alert:write")}
    />
  );
  const isPage = isPhone && selected !== null;
  const feedStrip = <FeedStrip started={started} timeZone={timeZone} />;
  return (
    <AppFrame
      user={user}
      header={
        <>
          {isPage ? (
            <SpacePageTitle name={selected.name} onBack={close} />
          ) : (
            <FloorSwitcher floors={floors} current={floor.floor} />
          )}
          <FeedChip health={health} started={started} timeZone={timeZone} />
        </>
      }
      aside={isPhone ? null : panel}
      onAsideClose={close}
      footer={
        isPhone ? null : (
          <>
            <FloorLegend
              counts={countStates(judged)}
              filter={choice.state}
              onFilter={(state) => choose({ state, group: null })}
            />
            {feedStrip}
          </>
        )
      }
      dimmed={dimmed}
    >
      {/* Stays under an opened page, so that the way back leads to the same place in the list. */}
      <div inert={isPage} className={isPhone ? undefined : classes.floor}>
        <SilentBanner spaces={floor.spaces} timeZone={timeZone} now={now} isAdmin={mayDo(user.role, "delivery:read")} />
        <FloorBody
          floor={floor.floor}
          plan={published?.plan ?? null}
          judged={judged}
          visitors={visitors}
          floorView={floorView}
          isPhone={isPhone}
          now={now}
          timeZone={timeZone}
        />
        {isPhone ? feedStrip : null}
      </div>
      {isPage ? (
        <Portal>
          <div className={classes.page}>{panel}</div>
        </Portal>
      ) : null}
    </AppFrame>
  );
}
