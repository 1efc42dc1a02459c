"use client";

import { AdminFrame } from "@/components/admin/AdminFrame";
import type { FrameUser } from "@/components/frame/frame-user";
import { useText } from "@/components/text/TextProvider";
import { StaleNote } from "@/components/vendors/StaleNote";
import { useNow } from "@/lib/client/use-now";
import { useStorage } from "@/lib/client/use-storage";
import type { StorageReport } from "@/lib/core/storage";
import { RetentionForm } from "./RetentionForm";
import classes from "./Storage.module.css";
import { StorageTable } from "./StorageTable";
import { bytesWord, cleanUpWord } from "./storage-words";

interface StorageScreenProps {
  readonly initial: StorageReport;
  readonly now: string;
  readonly user: FrameUser;
}

/** How much is kept, since when, and for how long. */
export function StorageScreen({ initial, now: serverTime, user }: StorageScreenProps) {
  const t = useText();
  const { data, isError, dataUpdatedAt } = useStorage(initial);
  const now = useNow(30_000, Date.parse(serverTime));
  return (
    <AdminFrame user={user} title={t("Storage")}>
      <StaleNote since={isError ? dataUpdatedAt : null} />
      <p className={classes.lead}>
        {t("The database takes {size}. Figures stay right when readings go: they are worked out before.", {
          size: bytesWord(data.bytes, t),
        })}
      </p>
      <StorageTable rows={data.classes} now={now} />
      <p className={classes.quiet}>
        {cleanUpWord(data.cleanUp, t)}{" "}
        {data.pendingRollups === 0
          ? t("Every figure is up to date.")
          : t(
              "{count, plural, one {# span of time waits} other {# spans of time wait}} for its figures to be worked out again.",
              {
                count: data.pendingRollups,
              },
            )}
      </p>
      <section aria-labelledby="retention">
        <h2 id="retention" className={classes.heading}>
          {t("How long data is kept")}
        </h2>
        <RetentionForm retention={data.retention} />
      </section>
    </AdminFrame>
  );
}
