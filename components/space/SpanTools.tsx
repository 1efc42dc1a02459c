import { Button, CloseButton, Menu, Modal } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconClockPlay, IconDownload, IconEyeOff } from "@tabler/icons-react";
import Link from "next/link";
import type { Stretch } from "@/components/charts/day-axis";
import { type Timeline, timelineWithin } from "@/components/charts/prepare-timeline";
import { timelineCsvRows } from "@/components/charts/timeline-table";
import { lengthWords, spanWords } from "@/components/charts/timeline-words";
import { useText } from "@/components/text/TextProvider";
import { downloadText } from "@/lib/client/download-text";
import { csvText } from "@/lib/core/csv-text";
import { ExcludeForm } from "./ExcludeForm";
import classes from "./SpanTools.module.css";

export interface SpanToolsProps {
  readonly space: { readonly id: string; readonly name: string };
  readonly floorId: string;
  readonly timeline: Timeline;
  /** What is selected, ms. */
  readonly span: Stretch;
  readonly mayExclude: boolean;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  readonly onClear: () => void;
}

const iso = (at: number) => new Date(at).toISOString().replace(/\.\d+Z$/, "Z");

/** What can be done with a span of the day. */
export function SpanTools({ space, floorId, timeline, span, mayExclude, isOpen, onOpen, onClear }: SpanToolsProps) {
  const t = useText();
  const [isExcluding, exclude] = useDisclosure(false);
  const { timeZone } = timeline.axis;
  const words = spanWords(span, { timeZone });
  const save = () => {
    const rows = timelineCsvRows(timelineWithin(timeline, span), t);
    const name = `${space.name} ${timeline.day.date} ${words.replaceAll(":", "")}`;
    downloadText(csvText(rows), `${name}.csv`, "text/csv;charset=utf-8");
  };
  return (
    <div className={classes.tools}>
      <span className={classes.when}>
        <b>{words}</b> {lengthWords(span.to - span.from, t)}
      </span>
      <Menu opened={isOpen} onChange={onOpen} position="bottom-start" withinPortal withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <Button size="compact-sm" variant="default">
            {t("With this span …")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown aria-label={words}>
          {mayExclude ? (
            <Menu.Item leftSection={<IconEyeOff size={16} stroke={1.75} />} onClick={exclude.open}>
              {t("Leave out of figures …")}
            </Menu.Item>
          ) : null}
          <Menu.Item leftSection={<IconDownload size={16} stroke={1.75} />} onClick={save}>
            {t("Save as CSV")}
          </Menu.Item>
          <Menu.Item
            component={Link}
            href={`/floors/${floorId}?space=${space.id}&t=${encodeURIComponent(iso(span.from))}`}
            leftSection={<IconClockPlay size={16} stroke={1.75} />}
          >
            {t("Open on the plan")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <CloseButton size="sm" aria-label={t("Clear the selection")} onClick={onClear} className={classes.clear ?? ""} />
      <Modal opened={isExcluding} onClose={exclude.close} title={t("Leave out of figures")} size="sm">
        <ExcludeForm
          spaceId={space.id}
          spaceName={space.name}
          span={span}
          timeZone={timeZone}
          onDone={() => {
            exclude.close();
            onClear();
          }}
        />
      </Modal>
    </div>
  );
}
