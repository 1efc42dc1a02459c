"use client";

import { ActionIcon } from "@mantine/core";
import { IconChevronLeft } from "@tabler/icons-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { AirLimitsProvider } from "@/components/air/AirLimits";
import { FeedChip } from "@/components/floor/FeedChip";
import { AppFrame } from "@/components/frame/AppFrame";
import type { FrameUser } from "@/components/frame/frame-user";
import { tell } from "@/components/frame/tell";
import { useText } from "@/components/text/TextProvider";
import { isDimmed } from "@/lib/client/feed-health";
import { useLiveFloor } from "@/lib/client/use-live-floor";
import { useAtNow, useNow } from "@/lib/client/use-now";
import type { FloorSnapshot } from "@/lib/core/floor";
import titleClasses from "./SpacePageTitle.module.css";
import { SpacePanel } from "./SpacePanel";
import classes from "./SpaceScreen.module.css";

interface SpaceScreenProps {
  readonly spaceId: string;
  /** The floor that shows it. */
  readonly initial: FloorSnapshot;
  readonly user: FrameUser;
}

const AGE_STEP_MS = 5_000;

function goToSignIn() {
  window.location.assign(`/login?next=${encodeURIComponent(window.location.pathname)}`);
}

/** One space as a page of its own, live like on its floor. */
export function SpaceScreen({ spaceId, initial, user }: SpaceScreenProps) {
  const t = useText();
  const router = useRouter();
  const { floor, health } = useLiveFloor(initial, {
    onCaughtUp: (changes) =>
      tell(t("Caught up, {changes, plural, =0 {nothing changed} one {# change} other {# changes}}", { changes })),
    onSignedOut: goToSignIn,
  });
  const started = Date.parse(initial.now);
  const now = useNow(AGE_STEP_MS, started);
  const dimmed = useAtNow((at) => isDimmed(health.get(), at), started);
  const space = floor.spaces.find(({ id }) => id === spaceId);
  const toFloor = `/floors/${floor.floor.id}?space=${spaceId}`;
  const header = (
    <>
      <div className={titleClasses.title}>
        <ActionIcon
          component={Link}
          href={toFloor}
          variant="subtle"
          color="gray"
          size={44}
          aria-label={t("To the floor")}
        >
          <IconChevronLeft size={20} />
        </ActionIcon>
        <h1>{space?.name ?? t("Gone")}</h1>
      </div>
      <FeedChip health={health} started={started} timeZone={floor.floor.site.timeZone} />
    </>
  );
  return (
    <AirLimitsProvider spaces={floor.spaces} floor={floor.limits}>
      <AppFrame user={user} header={header} aside={null} onAsideClose={() => undefined} footer={null} dimmed={dimmed}>
        <div className={classes.page}>
          {space ? (
            <SpacePanel
              space={space}
              floor={floor.floor}
              now={now}
              onClose={() => router.push(toFloor)}
              variant="page"
            />
          ) : (
            <p className={classes.gone}>{t("This space is no longer on its floor.")}</p>
          )}
        </div>
      </AppFrame>
    </AirLimitsProvider>
  );
}
