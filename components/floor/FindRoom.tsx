import { Chip, Group, NumberInput } from "@mantine/core";
import Link from "next/link";
import { CloseButton } from "@/components/frame/CloseButton";
import { PaintMark } from "@/components/state/PaintMark";
import { clockTime } from "@/components/state/state-words";
import { useText } from "@/components/text/TextProvider";
import { useRoomsElsewhere } from "@/lib/client/use-rooms-elsewhere";
import type { FloorHead } from "@/lib/core/floor";
import { freeUntil } from "@/lib/core/room-wish";
import type { DrawnSpace } from "./drawn-space";
import classes from "./FindRoom.module.css";
import type { FloorWish } from "./floor-filter";
import { stateMark } from "./views/state-look";

interface FindRoomProps {
  readonly floor: FloorHead;
  /** Rooms that are free now and answer the wish. */
  readonly rooms: readonly DrawnSpace[];
  readonly wish: FloorWish;
  readonly onWish: (wish: Partial<FloorWish>) => void;
  readonly tags: readonly string[];
  readonly now: number;
  readonly onOpen: (id: string) => void;
  readonly onClose: () => void;
}

const FREE = stateMark("free");

/** The smallest that fits first, so that the large ones stay for those who need them. */
const bestFirst = (a: DrawnSpace, b: DrawnSpace) =>
  (a.space.capacity ?? Number.POSITIVE_INFINITY) - (b.space.capacity ?? Number.POSITIVE_INFINITY) ||
  a.space.name.localeCompare(b.space.name);

/** Rooms that are free now, with the seats and tags somebody asks for, and until when they stay so. */
export function FindRoom(props: FindRoomProps) {
  const { floor, rooms, wish, onWish, tags, now, onOpen, onClose } = props;
  const t = useText();
  const { timeZone } = floor.site;
  return (
    <section className={classes.panel} aria-label={t("Find a room")}>
      <header className={classes.head}>
        <h2>{t("Find a room")}</h2>
        <CloseButton onClick={onClose} />
      </header>
      <div className={classes.form}>
        <NumberInput
          label={t("For how many people")}
          min={0}
          max={10_000}
          value={wish.seats === 0 ? "" : wish.seats}
          placeholder={t("Any")}
          onChange={(seats) => onWish({ seats: Number(seats) || 0 })}
          data-autofocus
        />
        {tags.length === 0 ? null : (
          <Chip.Group multiple value={[...wish.tags]} onChange={(chosen) => onWish({ tags: chosen })}>
            <Group gap={6} role="group" aria-label={t("With")}>
              {tags.map((tag) => (
                <Chip key={tag} value={tag} size="xs" variant="outline">
                  {tag}
                </Chip>
              ))}
            </Group>
          </Chip.Group>
        )}
      </div>
      <p className={classes.count} role="status">
        {rooms.length > 0
          ? t("{count, plural, one {# room is free now} other {# rooms are free now}}", { count: rooms.length })
          : t("No free room here")}
      </p>
      {rooms.length === 0 ? <NoRoom floor={floor} wish={wish} /> : null}
      <ul className={classes.rooms}>
        {rooms.toSorted(bestFirst).map(({ space }) => {
          const until = freeUntil(space, now);
          const seats =
            space.capacity === null
              ? t("capacity not set")
              : t("{count, plural, one {# seat} other {# seats}}", { count: space.capacity });
          const how =
            until === null
              ? t("no booking known")
              : t("free until {time}", { time: clockTime(until, timeZone, now, t) });
          return (
            <li key={space.id}>
              <button type="button" onClick={() => onOpen(space.id)}>
                <PaintMark {...FREE} />
                <span>
                  <b>{space.name}</b>
                  <span>
                    {seats} · {how}
                  </span>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Where else there is one, as nobody wants to try every floor. */
function NoRoom({ floor, wish }: { readonly floor: FloorHead; readonly wish: FloorWish }) {
  const t = useText();
  const elsewhere = useRoomsElsewhere(floor.id, wish, true);
  const search = new URLSearchParams({
    find: "true",
    ...(wish.seats > 0 ? { seats: String(wish.seats) } : {}),
    ...(wish.tags.length > 0 ? { tags: wish.tags.join(",") } : {}),
  });
  const none =
    wish.seats > 0
      ? t("No free room for {seats} on {floor}.", { seats: wish.seats, floor: floor.name })
      : t("No free room on {floor}.", { floor: floor.name });
  return (
    <div className={classes.none}>
      <p>{none}</p>
      {elsewhere?.length === 0 ? (
        <p>{t("Nor on another floor of {building}.", { building: floor.building.name })}</p>
      ) : null}
      {elsewhere?.map(({ id, name, free }) => (
        <p key={id}>
          <Link href={`/floors/${id}?${search}`}>
            {t("{floor} has {count, plural, one {one} other {#}}", { floor: name, count: free })}
          </Link>
        </p>
      ))}
    </div>
  );
}
