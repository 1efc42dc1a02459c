import { Accordion, Table } from "@mantine/core";
import { IconCheck, IconMinus } from "@tabler/icons-react";
import type { SpaceSnapshot } from "@/lib/core/floor";
import type { SpaceVerdict } from "@/lib/core/space-state";
import panel from "./SpacePanel.module.css";
import classes from "./SpaceWhy.module.css";
import { whyWords } from "./why-words";

interface SpaceWhyProps {
  readonly space: SpaceSnapshot;
  readonly verdict: SpaceVerdict;
  readonly timeZone: string;
  readonly now: number;
}

const { item = "", control = "", label = "", content = "", chevron = "" } = classes;
const ACCORDION = { item, control, label, content, chevron };

/** The rule that decided the state, and the readings it used and ignored. */
export function SpaceWhy({ space, verdict, timeZone, now }: SpaceWhyProps) {
  const { question, rule, readings } = whyWords(space, verdict, { now, timeZone });
  const used = readings.filter((reading) => reading.vote === "speaks").length;
  const ignored = readings.length - used;
  const counts = [used > 0 && `${used} used`, ignored > 0 && `${ignored} ignored`].filter(Boolean).join(" · ");
  return (
    <section className={panel.section} aria-label={question}>
      <Accordion variant="contained" order={3} chevronPosition="left" classNames={ACCORDION} keepMounted={false}>
        <Accordion.Item value="why">
          <Accordion.Control>
            <span className={classes.question}>{question}</span>
            <span className={classes.counts}>{counts}</span>
          </Accordion.Control>
          <Accordion.Panel>
            <p className={classes.rule}>{rule}</p>
            {readings.length > 0 && (
              <Table className={classes.table} verticalSpacing={4} horizontalSpacing={12} aria-label="Readings">
                <Table.Tbody>
                  {readings.map((reading) => (
                    <Table.Tr key={reading.key} data-ignored={reading.vote !== "speaks" || undefined}>
                      <Table.Td className={classes.mark}>
                        {reading.vote === "speaks" ? (
                          <IconCheck size={14} aria-label="Used" />
                        ) : (
                          <IconMinus size={14} aria-label="Ignored" />
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
          </Accordion.Panel>
        </Accordion.Item>
      </Accordion>
    </section>
  );
}
