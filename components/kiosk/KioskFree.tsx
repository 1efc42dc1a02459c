import { DateTime } from "luxon";
import { QRCodeSVG } from "qrcode.react";
import { useEffect, useState } from "react";
import type { DrawnSpace } from "@/components/floor/drawn-space";
import { stateMark } from "@/components/floor/views/state-look";
import { PaintMark } from "@/components/state/PaintMark";
import { useText } from "@/components/text/TextProvider";
import type { FloorHead } from "@/lib/core/floor";
import { freeUntil } from "@/lib/core/room-wish";
import classes from "./Kiosk.module.css";

const MOST = 6;

interface KioskFreeProps {
  readonly floor: FloorHead;
  readonly drawn: readonly DrawnSpace[];
  readonly now: number;
  readonly timeZone: string;
}

/** Rooms known to be free now, the smallest first, and the way to this floor on a phone. */
export function KioskFree({ floor, drawn, now, timeZone }: KioskFreeProps) {
  const t = useText();
  const rooms = drawn
    .filter(({ space, verdict }) => space.kind === "room" && verdict.state === "free")
    .sort((a, b) => (a.space.capacity ?? 0) - (b.space.capacity ?? 0));
  const free = stateMark("free");
  const until = (room: DrawnSpace) => {
    const at = freeUntil(room.space, now);
    if (at === null) return t("no booking known");
    return t("until {time}", { time: DateTime.fromMillis(at, { zone: timeZone }).toFormat("HH:mm") });
  };
  return (
    <aside className={classes.aside}>
      <h2>
        <PaintMark {...free} size="lg" />
        {t("Free now")}
      </h2>
      {rooms.length === 0 ? <p className={classes.none}>{t("No room on this floor is known to be free.")}</p> : null}
      <ul>
        {rooms.slice(0, MOST).map((room) => (
          <li key={room.space.id}>
            <b>{room.space.name}</b>
            {room.space.capacity === null ? null : (
              <span>{t("{seats, plural, one {# seat} other {# seats}}", { seats: room.space.capacity })}</span>
            )}
            <small>{until(room)}</small>
          </li>
        ))}
      </ul>
      {rooms.length > MOST ? (
        <p className={classes.none}>{t("and {count} more", { count: rooms.length - MOST })}</p>
      ) : null}
      <PhoneLink floorId={floor.id} />
    </aside>
  );
}

function PhoneLink({ floorId }: { readonly floorId: string }) {
  const t = useText();
  const [origin, setOrigin] = useState<string | null>(null);
  useEffect(() => setOrigin(window.location.origin), []);
  return (
    <p className={classes.phone}>
      <span className={classes.qr}>
        {origin === null ? null : (
          <QRCodeSVG value={`${origin}/floors/${floorId}`} size={96} level="M" title={t("Link to this floor")} />
        )}
      </span>
      {t("This floor on your phone")}
    </p>
  );
}
