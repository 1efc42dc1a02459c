import { notifications } from "@mantine/notifications";
import Link from "next/link";
import { useText } from "@/components/text/TextProvider";
import type { PlanSaver } from "@/lib/client/plan-saver";
import { ConflictDialog } from "./ConflictDialog";
import { timeWords } from "./editor-words";
import { KeysDialog } from "./KeysDialog";
import { ReviewDialog } from "./ReviewDialog";
import type { PlanReview } from "./use-plan-review";
import type { PlanWork } from "./use-plan-work";

export type OpenDialog = "review" | "keys" | null;

interface EditorDialogsProps {
  readonly open: OpenDialog;
  readonly onClose: () => void;
  readonly floorId: string;
  readonly timeZone: string;
  readonly work: PlanWork;
  readonly saver: PlanSaver;
  readonly review: PlanReview;
}

/** What may lie over the editor: the review before publishing, the keys, and what somebody else saved meanwhile. */
export function EditorDialogs({ open, onClose, floorId, timeZone, work, saver, review }: EditorDialogsProps) {
  const t = useText();
  const theirs = work.saving.kind === "conflict" ? work.saving.theirs : null;
  const publish = async () => {
    if (!(await work.publish())) return;
    onClose();
    notifications.show({ message: <Published floorId={floorId} />, autoClose: 10_000 });
  };
  return (
    <>
      <ReviewDialog
        opened={open === "review"}
        changes={review.changes}
        issues={review.issues}
        isBusy={work.isBusy}
        problem={work.problem}
        onPublish={() => void publish()}
        onClose={onClose}
      />
      <KeysDialog opened={open === "keys"} onClose={onClose} />
      <ConflictDialog
        opened={theirs !== null}
        who={theirs?.savedBy ?? t("Somebody")}
        when={timeWords(theirs?.savedAt ?? null, timeZone, t)}
        theirs={theirs ? review.between(saver.base(), theirs.plan) : []}
        mine={review.since(saver.base())}
        onTakeTheirs={() => work.settle("theirs")}
        onKeepMine={() => work.settle("mine")}
      />
    </>
  );
}

function Published({ floorId }: { floorId: string }) {
  const t = useText();
  return (
    <>
      {t("Published. Viewers see it now.")} <Link href={`/floors/${floorId}`}>{t("Open the live floor")}</Link>
    </>
  );
}
