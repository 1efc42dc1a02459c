"use client";

import { Button, Code } from "@mantine/core";
import { useRouter } from "next/navigation";
import { AppFrame } from "@/components/frame/AppFrame";
import type { FloorScreenProps } from "./FloorScreen";
import classes from "./NoFloorYet.module.css";

/** Before the first event: what makes a floor appear. */
export function NoFloorYet({ user }: Pick<FloorScreenProps, "user">) {
  const router = useRouter();
  return (
    <AppFrame user={user} header={<b>Occupancy</b>} aside={null} onAsideClose={() => undefined} footer={null}>
      <div className={classes.empty}>
        <h1>No floor yet</h1>
        <p>
          The first event from Butlr creates its site, building, floor and room. Point a webhook at <Code>/api/webhooks/butlr</Code> on
          this server, with the key in <Code>BUTLR_WEBHOOK_KEY</Code>.
        </p>
        <Button onClick={() => router.refresh()}>Look again</Button>
      </div>
    </AppFrame>
  );
}
