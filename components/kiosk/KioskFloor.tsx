import { useState } from "react";
import { AirLimitsProvider } from "@/components/air/AirLimits";
import { FloorCards } from "@/components/floor/FloorCards";
import { LivePlan } from "@/components/floor/LivePlan";
import { useFloorPicture } from "@/components/floor/use-floor-picture";
import { useText } from "@/components/text/TextProvider";
import { isDimmed } from "@/lib/client/feed-health";
import { useFloorPlan } from "@/lib/client/use-floor-plan";
import { useLiveFloor } from "@/lib/client/use-live-floor";
import { useAtNow, useNow } from "@/lib/client/use-now";
import type { FloorSnapshot } from "@/lib/core/floor";
import type { Point } from "@/lib/core/floor-plan";
import type { KioskBoard } from "@/lib/core/kiosk";
import classes from "./Kiosk.module.css";
import { KioskFooter } from "./KioskFooter";
import { KioskFree } from "./KioskFree";
import { KioskHead } from "./KioskHead";
import { KioskLost } from "./KioskLost";
import { LOOK_ONLY } from "./look-only";
import { useDrift } from "./use-drift";

interface KioskFloorProps {
  readonly initial: FloorSnapshot;
  readonly board: Extract<KioskBoard, { status: "ready" }>;
  readonly at: number;
  readonly onGo: (at: number) => void;
}

const AGE_STEP_MS = 5_000;
const nothing = () => undefined;

function hereOn({ here }: KioskFloorProps["board"], floorId: string): Point | null {
  return here?.floorId === floorId ? [here.x, here.y] : null;
}

/** One floor, large enough to be read from across the room. */
export function KioskFloor({ initial, board, at, onGo }: KioskFloorProps) {
  const t = useText();
  const { floor, health } = useLiveFloor(initial, {
    onCaughtUp: nothing,
    onSignedOut: () => window.location.reload(), // taken back: the page says so
  });
  const started = Date.parse(initial.now);
  const now = useNow(AGE_STEP_MS, started);
  const lostAt = useAtNow((moment) => (isDimmed(health.get(), moment) ? health.get().heardAt : 0), started);
  const published = useFloorPlan(floor.floor.id, floor.plan, null);
  const picture = useFloorPicture(floor, published?.plan ?? null, LOOK_ONLY, now);
  const [view] = useState({ selectedId: null, isDimmed: () => false, onOpen: nothing });
  const { timeZone } = floor.floor.site;
  return (
    <AirLimitsProvider spaces={floor.spaces} floor={floor.limits}>
      <main className={classes.board} data-lost={lostAt > 0 || undefined} style={useDrift()}>
        <KioskHead floor={floor.floor} drawn={picture.drawn} now={now} timeZone={timeZone} />
        <section className={classes.plan} aria-label={t("Floor plan")}>
          {published ? (
            <LivePlan
              floor={floor.floor}
              plan={published.plan}
              drawn={picture.drawn}
              view={view}
              isPhone={false}
              hasDeskWords
              isWall
              here={hereOn(board, floor.floor.id)}
            />
          ) : (
            <FloorCards
              floor={floor.floor}
              drawn={picture.drawn}
              shown={picture.drawn}
              pills={null}
              isByAttention={false}
              view={view}
            />
          )}
        </section>
        <KioskFree floor={floor.floor} drawn={picture.drawn} now={now} timeZone={timeZone} />
        <KioskFooter picture={picture} board={board} at={at} onGo={onGo} isLost={lostAt > 0} />
        <KioskLost lostAt={lostAt} timeZone={timeZone} />
      </main>
    </AirLimitsProvider>
  );
}
