"use client";

import { Button } from "@mantine/core";
import { useInterval } from "@mantine/hooks";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { AppFrame } from "@/components/frame/AppFrame";
import type { FrameUser } from "@/components/frame/frame-user";
import { Notice } from "@/components/frame/Notice";
import { useText } from "@/components/text/TextProvider";
import { mayDo } from "@/lib/core/access";
import classes from "./NoFloorYet.module.css";

const LOOK_AGAIN_MS = 2_000;

/** Before the first event: what makes a floor appear. */
export function NoFloorYet({ user }: { user: FrameUser }) {
  const t = useText();
  const router = useRouter();
  useInterval(() => router.refresh(), LOOK_AGAIN_MS, { autoInvoke: true }); // there is no floor to follow yet
  return (
    <AppFrame
      user={user}
      header={<b className={classes.title}>{t("Occupancy")}</b>}
      aside={null}
      onAsideClose={() => undefined}
      footer={null}
    >
      <Notice title={t("No floor yet")}>
        <p>
          {t("The first event from Butlr creates its site, building, floor and room. This page then opens by itself.")}
        </p>
        <p>
          {t(
            "Disruptive Technologies and Zoom do not say where things are: what they send is kept, but makes no floor.",
          )}
        </p>
        {mayDo(user.role, "site:create") ? (
          <Button component={Link} href="/admin/start">
            {t("Set up this building")}
          </Button>
        ) : (
          <Button onClick={() => router.refresh()}>{t("Look again")}</Button>
        )}
      </Notice>
    </AppFrame>
  );
}
