import { useEffect, useState } from "react";
import { useText } from "@/components/text/TextProvider";
import { useKioskFloor } from "@/lib/client/use-kiosk";
import type { KioskBoard } from "@/lib/core/kiosk";
import classes from "./Kiosk.module.css";
import { KioskFloor } from "./KioskFloor";

type ReadyBoard = Extract<KioskBoard, { status: "ready" }>;

/** Whoever touches the screen has so long to read, ms. */
const PAUSE_MS = 60_000;

/** The floors of a board, each for its turn. */
export function KioskBoardView({ board }: { readonly board: ReadyBoard }) {
  const t = useText();
  const { at, goTo } = useTurns(board.floors.length, board.turnS * 1_000);
  const floor = board.floors[at];
  if (!floor) return <main className={classes.page}>{t("None of this screen's floors is there any more.")}</main>;
  return <OneFloor key={floor.id} floorId={floor.id} board={board} at={at} onGo={goTo} />;
}

interface OneFloorProps {
  readonly floorId: string;
  readonly board: ReadyBoard;
  readonly at: number;
  readonly onGo: (at: number) => void;
}

function OneFloor({ floorId, ...turn }: OneFloorProps) {
  const t = useText();
  const { data, isError } = useKioskFloor(floorId);
  if (data) return <KioskFloor initial={data} {...turn} />;
  return (
    <main className={classes.page}>
      <p className={classes.said} role="status">
        {isError ? t("The server cannot be reached. This screen keeps trying.") : t("One moment")}
      </p>
    </main>
  );
}

/** Which floor's turn it is. A touch or key stops the turning for a minute. */
function useTurns(count: number, turnMs: number) {
  const [turn, setTurn] = useState({ at: 0, until: 0 });
  useEffect(() => {
    if (count < 2) return;
    const next = setInterval(
      () => setTurn((now) => (Date.now() < now.until ? now : { at: (now.at + 1) % count, until: 0 })),
      turnMs,
    );
    const pause = () => setTurn((now) => ({ ...now, until: Date.now() + PAUSE_MS }));
    window.addEventListener("pointerdown", pause);
    window.addEventListener("keydown", pause);
    return () => {
      clearInterval(next);
      window.removeEventListener("pointerdown", pause);
      window.removeEventListener("keydown", pause);
    };
  }, [count, turnMs]);
  return { at: turn.at % Math.max(1, count), goTo: (at: number) => setTurn({ at, until: Date.now() + PAUSE_MS }) };
}
