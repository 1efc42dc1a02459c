"use client";

import { useEffect, useRef } from "react";
import { OfflineWorker } from "@/components/frame/OfflineWorker";
import { useText } from "@/components/text/TextProvider";
import { useKioskBoard, usePairScreen } from "@/lib/client/use-kiosk";
import classes from "./Kiosk.module.css";
import { KioskBoardView } from "./KioskBoardView";

/** A screen on a wall: its code until somebody approves it, then its floors in turn. */
export function KioskScreen() {
  const t = useText();
  const { data: board, error } = useKioskBoard();
  const { mutate: pair, isPending } = usePairScreen();
  const status = board?.status;
  useEffect(() => {
    if (status === "new" && !isPending) pair();
  }, [status, isPending, pair]);
  useReloadOnNewVersion(board?.version);
  if (board?.status === "ready") {
    return (
      <>
        <OfflineWorker />
        <KioskBoardView board={board} />
      </>
    );
  }
  return (
    <main className={classes.page}>
      {board?.status === "waiting" ? (
        <Code code={board.code} />
      ) : board?.status === "revoked" ? (
        <section className={classes.pairing}>
          <p className={classes.said}>
            {t("An admin took this screen back. It shows nothing until it is paired again.")}
          </p>
          <button type="button" className={classes.again} onClick={() => pair()}>
            {t("Pair it again")}
          </button>
        </section>
      ) : (
        <p className={classes.said} role="status">
          {error ? t("The server cannot be reached. This screen keeps trying.") : t("One moment")}
        </p>
      )}
    </main>
  );
}

function Code({ code }: { readonly code: string }) {
  const t = useText();
  return (
    <section className={classes.pairing} aria-label={t("Pair this screen")}>
      <h1>{t("Pair this screen")}</h1>
      <p className={classes.code}>
        {code.slice(0, 4)} {code.slice(4)}
      </p>
      <p className={classes.said}>
        {t(
          "Open Admin, Screens on another device and type in this code. It is good for ten minutes, then a new one stands here.",
        )}
      </p>
    </section>
  );
}

/** The page is loaded anew when the server has another build, so that nobody has to go to the wall. */
function useReloadOnNewVersion(version: string | undefined): void {
  const first = useRef<string | undefined>(undefined);
  useEffect(() => {
    first.current ??= version;
    if (version !== undefined && version !== first.current) window.location.reload();
  }, [version]);
}
