import { Button, Table } from "@mantine/core";
import { DateTime } from "luxon";
import Link from "next/link";
import { useState } from "react";
import { CsvButton } from "@/components/history/CsvButton";
import classes from "@/components/history/History.module.css";
import { useText } from "@/components/text/TextProvider";
import type { BookedHistory, NoShow, Organisers } from "@/lib/core/booked/booked-history";
import { dated } from "@/lib/core/dated";
import { minutesText } from "@/lib/core/figure-words";
import type { Text } from "@/lib/core/text";
import { noShowsCsv } from "./booked-csv";
import { judged } from "./booked-words";

interface NoShowsCardProps {
  readonly answer: Pick<BookedHistory, "noShows" | "group" | "organisers" | "timeZone">;
  readonly fileName: string;
}

const PAGE = 20;

/** Bookings nobody came to, the newest first. Who booked is counted and not told. */
export function NoShowsCard({ answer: { noShows, group, organisers, timeZone }, fileName }: NoShowsCardProps) {
  const t = useText();
  const [shown, setShown] = useState(PAGE);
  const left = group.noShows - noShows.length;
  return (
    <section className={classes.card} aria-label={t("No-shows")}>
      <div className={classes.cardHead} style={{ justifyContent: "space-between" }}>
        <h2 className={classes.cardTitle}>{t("No-shows")}</h2>
        <span className={classes.quiet} style={{ flex: 1 }}>
          {noShows.length > 0 && organiserWords(organisers, t)}
        </span>
        <CsvButton label={t("Save the no-shows as CSV")} name={fileName} rows={() => noShowsCsv(noShows, t)} />
      </div>
      {noShows.length === 0 ? (
        <p className={classes.empty}>
          {judged(group) > 0
            ? t("None: somebody came to every booking that sensors could see.")
            : t("Sensors could not tell of any booking whether somebody came.")}
        </p>
      ) : (
        <div className={classes.table}>
          <Table horizontalSpacing="md" aria-label={t("No-shows")}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t("When")}</Table.Th>
                <Table.Th scope="col">{t("Space")}</Table.Th>
                <Table.Th scope="col" ta="right">
                  {t("Booked and empty")}
                </Table.Th>
                <Table.Th scope="col">{t("Ending")}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {noShows.slice(0, shown).map((one) => (
                <Row key={`${one.space.id} ${one.startsAt} ${one.endsAt}`} noShow={one} timeZone={timeZone} />
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
      {noShows.length > shown && (
        <div className={classes.more}>
          <Button variant="default" size="compact-md" onClick={() => setShown(shown + 4 * PAGE)}>
            {t("Show {count} more", { count: Math.min(4 * PAGE, noShows.length - shown) })}
          </Button>
        </div>
      )}
      {left > 0 && noShows.length <= shown && (
        <p className={classes.more}>
          {t("{count, plural, one {# older one is} other {# older ones are}} not listed.", { count: left })}
        </p>
      )}
    </section>
  );
}

function organiserWords(organisers: Organisers, t: Text): string {
  if (organisers === null) return t("Who booked is not kept.");
  const { recurring, noShows, of } = organisers;
  if (recurring === 0) return t("Nobody has two no-shows or more. Who booked is not shown.");
  return t(
    "{noShows} of {of} belong to {recurring, plural, one {# person} other {# people}} with two or more. Who they are is not shown.",
    { noShows, of, recurring },
  );
}

function Row({ noShow, timeZone }: { noShow: NoShow; timeZone: string }) {
  const t = useText();
  const { space, startsAt, endsAt, empty, isReleased } = noShow;
  const at = (moment: string) => DateTime.fromISO(moment, { zone: timeZone });
  return (
    <Table.Tr>
      <Table.Td>
        {dated(at(startsAt), "ccc d LLL HH:mm", t)}–{at(endsAt).toFormat("HH:mm")}
      </Table.Td>
      <Table.Td>
        <Link className={classes.link} href={`/spaces/${space.id}`}>
          {space.name}
        </Link>
      </Table.Td>
      <Table.Td ta="right">{minutesText(empty, t)}</Table.Td>
      <Table.Td c="var(--muted)">{isReleased ? t("released") : t("kept to its end")}</Table.Td>
    </Table.Tr>
  );
}
