"use client";

import { Button, Modal } from "@mantine/core";
import { IconDeviceTv } from "@tabler/icons-react";
import { useState } from "react";
import { AdminFrame } from "@/components/admin/AdminFrame";
import type { FrameUser } from "@/components/frame/frame-user";
import { tell, tellFailure } from "@/components/frame/tell";
import { useText } from "@/components/text/TextProvider";
import { useChangeKiosks, useKiosks } from "@/lib/client/use-kiosk";
import { useNow } from "@/lib/client/use-now";
import type { Kiosk } from "@/lib/core/kiosk";
import type { FloorChoice } from "./floor-choice";
import { KioskForm } from "./KioskForm";
import { KioskList } from "./KioskList";
import classes from "./Kiosks.module.css";

interface KiosksScreenProps {
  readonly initial: readonly Kiosk[];
  readonly floors: readonly FloorChoice[];
  readonly now: string;
  readonly user: FrameUser;
}

/** Screens on walls: paired, changed and taken back here. */
export function KiosksScreen({ initial, floors, now: started, user }: KiosksScreenProps) {
  const t = useText();
  const { data: kiosks } = useKiosks(initial);
  const change = useChangeKiosks();
  const now = useNow(30_000, Date.parse(started));
  /** The screen that is changed, "new" for one that is paired; null for none. */
  const [open, setOpen] = useState<Kiosk | "new" | null>(null);
  const revoke = (kiosk: Kiosk) =>
    change.mutate(
      { do: "revoke", id: kiosk.id },
      {
        onSuccess: () => tell(t("“{name}” is taken back and shows nothing any more.", { name: kiosk.name })),
        onError: (error) => tellFailure(error, t("Not taken back.")),
      },
    );
  return (
    <AdminFrame user={user} title={t("Screens")}>
      <div className={classes.head}>
        <p className={classes.lead}>
          {t(
            "Open {address} on a screen on the wall and type in here the code it shows. It can look at its floors and nothing else.",
            { address: "/kiosk" },
          )}
        </p>
        <Button onClick={() => setOpen("new")}>{t("Pair a screen")}</Button>
      </div>
      {kiosks.length === 0 ? (
        <div className={classes.empty}>
          <IconDeviceTv size={28} stroke={1.5} aria-hidden />
          <p>{t("No screen is paired yet.")}</p>
        </div>
      ) : (
        <KioskList kiosks={kiosks} now={now} onChange={setOpen} onRevoke={revoke} />
      )}
      <Modal
        opened={open !== null}
        onClose={() => setOpen(null)}
        title={open === "new" ? t("Pair a screen") : t("Change the screen")}
      >
        {open === null ? null : (
          <KioskForm kiosk={open === "new" ? null : open} floors={floors} onDone={() => setOpen(null)} />
        )}
      </Modal>
    </AdminFrame>
  );
}
