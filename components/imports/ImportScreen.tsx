"use client";

import { useState } from "react";
import { AdminFrame } from "@/components/admin/AdminFrame";
import type { FrameUser } from "@/components/frame/frame-user";
import { useText } from "@/components/text/TextProvider";
import { mayDo } from "@/lib/core/access";
import { Configuration } from "./Configuration";
import { ExportLinks } from "./ExportLinks";
import classes from "./Imports.module.css";
import { SpacesImport } from "./SpacesImport";

/** Many spaces at once by a spreadsheet, and everything at once by one file. */
export function ImportScreen({ user }: { user: FrameUser }) {
  const t = useText();
  const [isBusy, setIsBusy] = useState(false);
  return (
    <AdminFrame user={user} title={t("Import and export")}>
      <section className={classes.section} aria-labelledby="spaces-heading">
        <div className={classes.head}>
          <div>
            <h2 id="spaces-heading">{t("Spaces and assignments")}</h2>
            <p className={classes.lead}>
              {t(
                "One row per space: where it is, what it is called, its capacity, type and tags, and the source in it. You see what would happen to every row before anything does.",
              )}
            </p>
          </div>
          <ExportLinks />
        </div>
        <SpacesImport onBusy={setIsBusy} />
      </section>
      {mayDo(user.role, "settings:write") ? <Configuration isDisabled={isBusy} /> : null}
    </AdminFrame>
  );
}
