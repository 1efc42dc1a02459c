"use client";

import { useMediaQuery } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { useRouter } from "next/navigation";
import { parseAsString, parseAsStringLiteral, useQueryState } from "nuqs";
import { useCallback } from "react";
import { AppFrame } from "@/components/frame/AppFrame";
import { FloorSwitcher } from "@/components/frame/FloorSwitcher";
import type { FrameUser } from "@/components/frame/frame-user";
import { LiveChip } from "@/components/frame/LiveChip";
import { SpacePanel } from "@/components/space/SpacePanel";
import { feedStatus, isDimmed } from "@/lib/client/feed-health";
import { useFloors } from "@/lib/client/use-floors";
import { useLiveFloor } from "@/lib/client/use-live-floor";
import { useNow } from "@/lib/client/use-now";
import type { FloorSnapshot, FloorSummary } from "@/lib/core/floor";
import { SPACE_STATES } from "@/lib/core/space-state";
import { FloorCards } from "./FloorCards";
import { FloorLegend } from "./FloorLegend";
import { countStates, judge } from "./group-spaces";
import { useFloorKeys } from "./use-floor-keys";

interface FloorScreenProps {
  readonly floors: readonly FloorSummary[];
  readonly initial: FloorSnapshot;
  readonly user: FrameUser;
}

const AGE_STEP_MS = 10_000;

function announceCaughtUp(changes: number) {
  const words = changes === 0 ? "nothing changed" : `${changes} ${changes === 1 ? "change" : "changes"}`;
  notifications.show({ message: `Caught up, ${words}` });
}

function goToSignIn() {
  const back = window.location.pathname + window.location.search;
  window.location.assign(`/login?next=${encodeURIComponent(back)}`);
}

/** The live floor: what the feed says, judged by the clock, with one space opened beside it. */
export function FloorScreen({ floors: initialFloors, initial, user }: FloorScreenProps) {
  const router = useRouter();
  const { floor, health } = useLiveFloor(initial, { onCaughtUp: announceCaughtUp, onSignedOut: goToSignIn });
  const floors = useFloors(initialFloors);
  const started = Date.parse(initial.now);
  const now = useNow(AGE_STEP_MS, started);
  const second = useNow(1_000, started);
  const [selectedId, setSelectedId] = useQueryState("space", parseAsString.withOptions({ history: "push" }));
  const [filter, setFilter] = useQueryState("state", parseAsStringLiteral(SPACE_STATES));
  const isPhone = useMediaQuery("(max-width: 767px)") ?? false;

  const open = useCallback((id: string) => void setSelectedId(id), [setSelectedId]);
  const close = useCallback(() => void setSelectedId(null), [setSelectedId]);
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
    />
  );
  const status = feedStatus(health, second);
  return (
    <AppFrame
      user={user}
      header={
        <>
          <FloorSwitcher floors={floors} current={floor.floor} />
          <LiveChip
            status={status}
            ageS={Math.max(0, Math.round((second - health.heardAt) / 1_000))}
            shownAt={status === "live" || status === "connecting" ? null : health.heardAt}
            timeZone={floor.floor.site.timeZone}
          />
        </>
      }
      aside={isPhone ? null : panel}
      onAsideClose={close}
      footer={<FloorLegend counts={countStates(judged)} filter={filter} onFilter={setFilter} />}
      dimmed={isDimmed(health, second)}
    >
      {isPhone && panel ? (
        panel
      ) : (
        <FloorCards
          floor={floor.floor}
          judged={judged}
          view={{ now, timeZone: floor.floor.site.timeZone, selectedId, filter, onOpen: open }}
        />
      )}
    </AppFrame>
  );
}
