import { Accordion, Table } from "@mantine/core";
import { IconCheck, IconMinus } from "@tabler/icons-react";
import { useState } from "react";
import { useText } from "@/components/text/TextProvider";
import { useSpaceWhy } from "@/lib/client/use-space-why";
import type { SpaceSnapshot } from "@/lib/core/floor";
import type { SpaceVerdict } from "@/lib/core/space-state";
import panel from "./SpacePanel.module.css";
import classes from "./SpaceWhy.module.css";
import { ignoredWords, type Why, whyWords } from "./why-words";

interface SpaceWhyProps {
  readonly space: SpaceSnapshot;
  readonly verdict: SpaceVerdict;
  readonly timeZone: string;
  readonly now: number;
  /** Of a moment of the past the server says no more than the floor does. */
  readonly isPast?: boolean;
}

const { item = "", control = "", label = "", content = "", chevron = "" } = classes;
const ACCORDION = { item, control, label, content, chevron };

/** The rule that decided the state, and the readings it used and ignored. */
export function SpaceWhy({ space, verdict, timeZone, now, isPast = false }: SpaceWhyProps) {
  const t = useText();
  const [opened, setOpened] = useState<string | null>(null);
  const moment = { now, timeZone };
  const { question, rule, readings, others } = whyWords(space, verdict, moment, t);
  const late = useSpaceWhy(space.id, opened !== null && !isPast);
  const ignoredLate = isPast ? [] : (late.data?.ignored ?? []).map((word) => ignoredWords(word, space, moment, t));
  const used = readings.filter((reading) => reading.vote === "speaks").length;
  const ignored = readings.length - used;
  const counts = [
    used > 0 && t("{count} used", { count: used }),
    ignored > 0 && t("{count} ignored", { count: ignored }),
  ]
    .filter(Boolean)
    .join(" · ");
  return (
    <section className={panel.section} aria-label={question}>
      <Accordion
        value={opened}
        onChange={setOpened}
        variant="contained"
        order={3}
        chevronPosition="left"
        classNames={ACCORDION}
        keepMounted={false}
      >
        <Accordion.Item value="why">
          <Accordion.Control>
            <span className={classes.question}>{question}</span>
            <span className={classes.counts}>{counts}</span>
          </Accordion.Control>
          <Accordion.Panel>
            <p className={classes.rule}>{rule}</p>
            {readings.length + ignoredLate.length > 0 && (
              <Table className={classes.table} verticalSpacing={4} horizontalSpacing={12} aria-label={t("Readings")}>
                <Table.Tbody>
                  {[...readings, ...ignoredLate].map((reading) => (
                    <Table.Tr key={reading.key} data-ignored={reading.vote !== "speaks" || undefined}>
                      <Table.Td className={classes.mark}>
                        {reading.vote === "speaks" ? (
                          <IconCheck size={14} aria-label={t("Used")} />
                        ) : (
                          <IconMinus size={14} aria-label={t("Ignored")} />
                        )}
                      </Table.Td>
                      <Table.Td>
                        {reading.label}
                        <div className={classes.note}>{reading.note}</div>
                      </Table.Td>
                      <Table.Td className={classes.count}>{reading.value}</Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            )}
            <WhyOthers others={others} />
            <WhyFooter late={late} isPast={isPast} />
          </Accordion.Panel>
        </Accordion.Item>
      </Accordion>
    </section>
  );
}

/** Bookings and maintenance that were looked at. */
function WhyOthers({ others }: { others: Why["others"] }) {
  const t = useText();
  if (others.length === 0) return null;
  return (
    <Table
      className={classes.table}
      verticalSpacing={4}
      horizontalSpacing={12}
      aria-label={t("Bookings and maintenance")}
    >
      <Table.Tbody>
        {others.map(({ key, decides, label, note }) => (
          <Table.Tr key={key} data-ignored={!decides || undefined}>
            <Table.Td className={classes.mark}>
              {decides ? (
                <IconCheck size={14} aria-label={t("Decides")} />
              ) : (
                <IconMinus size={14} aria-label={t("Looked at")} />
              )}
            </Table.Td>
            <Table.Td>
              {label}
              <div className={classes.note}>{note}</div>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** What is said of late words where they cannot be listed. */
function WhyFooter({ late, isPast }: { late: ReturnType<typeof useSpaceWhy>; isPast: boolean }) {
  const t = useText();
  if (isPast) return null;
  const repeats = late.data?.repeats ?? 0;
  if (late.isError)
    return <p className={classes.footer}>{t("What came late is not known now: the server does not answer.")}</p>;
  if (repeats === 0) return null;
  return (
    <p className={classes.footer}>
      {t("{repeats, plural, one {# event} other {# events}} of the last hour came again, without effect.", { repeats })}
    </p>
  );
}
