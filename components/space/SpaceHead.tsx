import { ActionIcon, VisuallyHidden } from "@mantine/core";
import { IconLink, IconMaximize } from "@tabler/icons-react";
import Link from "next/link";
import { CloseButton } from "@/components/frame/CloseButton";
import { tell } from "@/components/frame/tell";
import { StateChip } from "@/components/state/StateChip";
import { STATE_WORD } from "@/components/state/state-words";
import { useText } from "@/components/text/TextProvider";
import { copyText } from "@/lib/client/copy-text";
import type { FloorHead, SpaceSnapshot } from "@/lib/core/floor";
import type { SpaceVerdict } from "@/lib/core/space-state";
import { placeWord } from "./place-word";
import classes from "./SpacePanel.module.css";

interface SpaceHeadProps {
  readonly space: SpaceSnapshot;
  readonly floor: FloorHead;
  readonly verdict: SpaceVerdict;
  readonly onClose: () => void;
  readonly variant: "panel" | "page";
}

/** Where and what the space is, and the way out; a page of its own has its name and way back in SpacePageTitle. */
export function SpaceHead({ space, floor, verdict, onClose, variant }: SpaceHeadProps) {
  const t = useText();
  const { state, lastState, uncertain } = verdict;
  const chip = <StateChip state={state} lastState={lastState} label={t(STATE_WORD[state])} uncertain={uncertain} />;
  const place = t(placeWord(space));
  if (variant === "page") {
    return (
      <header className={classes.head}>
        <VisuallyHidden component="h2">{t("Now")}</VisuallyHidden>
        <div className={classes.row}>
          {chip}
          <span className={classes.place}>
            {floor.name} · {place}
          </span>
          <CopyLink spaceId={space.id} />
        </div>
      </header>
    );
  }
  return (
    <header className={classes.head}>
      <div className={classes.row}>
        <p className={classes.place}>
          {floor.name} <span className={classes.slash}>/</span> {place}
        </p>
        <div className={classes.tools}>
          <ActionIcon
            component={Link}
            href={`/spaces/${space.id}`}
            variant="subtle"
            color="gray"
            size={32}
            aria-label={t("Open as a page")}
          >
            <IconMaximize size={16} stroke={1.75} />
          </ActionIcon>
          <CopyLink spaceId={space.id} />
          <CloseButton onClick={onClose} />
        </div>
      </div>
      <div className={classes.row}>
        <h2 className={classes.name}>{space.name}</h2>
        {chip}
      </div>
    </header>
  );
}

/** Puts the address of the space's own page on the clipboard. */
function CopyLink({ spaceId }: { spaceId: string }) {
  const t = useText();
  const copy = async () => {
    const done = await copyText(`${window.location.origin}/spaces/${spaceId}`);
    tell(done ? t("Link copied.") : t("This browser does not let us copy."));
  };
  return (
    <ActionIcon
      className={classes.copy ?? ""}
      variant="subtle"
      color="gray"
      size={32}
      aria-label={t("Copy link")}
      onClick={() => void copy()}
    >
      <IconLink size={16} stroke={1.75} />
    </ActionIcon>
  );
}
