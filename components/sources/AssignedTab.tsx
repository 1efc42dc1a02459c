import { Button, Drawer, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { healthWords, isOffline } from "@/components/space/source-words";
import { ageWords } from "@/components/state/state-words";
import { useText } from "@/components/text/TextProvider";
import type { Mapper } from "@/lib/client/use-mapping";
import { useIsWide } from "@/lib/client/use-media";
import { useSourceList } from "@/lib/client/use-sources";
import type { Touch } from "@/lib/client/use-touches";
import type { Source } from "@/lib/core/source";
import { sinceWords } from "./moment-words";
import { SourceDetail } from "./SourceDetail";
import classes from "./SourceList.module.css";
import { kindWords, sourceTitle } from "./source-row-words";
import type { SourcesView } from "./use-sources-view";

interface AssignedTabProps {
  readonly mapper: Mapper;
  readonly view: SourcesView;
  readonly now: number;
  readonly touched: Touch | null;
  /** May take over from one that is broken. */
  readonly waiting: readonly Source[];
}

// Not className on Drawer.Content: that would paint the whole screen.
const drawerClasses = { content: classes.drawer ?? "" };

/** What stands somewhere: where, since when, how it does; one opened with its history. */
export function AssignedTab({ mapper, view, now, touched, waiting }: AssignedTabProps) {
  const t = useText();
  const [words, setWords] = useState("");
  const [q] = useDebouncedValue(words.trim(), 250);
  // Of a touched device the row may be far down: what is listed is it alone, until somebody searches.
  const [only, setOnly] = useState<Touch | null>(null);
  useEffect(() => {
    if (touched?.space) setOnly(touched);
  }, [touched]);
  const list = useSourceList("assigned", only ? only.name : q);
  const items = list.data?.pages.flatMap((page) => page.items) ?? null;
  const opened = items?.find(({ id }) => id === view.sourceId) ?? null;
  const isWide = useIsWide();
  const detail = opened && (
    <SourceDetail
      key={opened.id}
      source={opened}
      mapper={mapper}
      now={now}
      waiting={waiting}
      onClose={() => view.select(null)}
    />
  );
  return (
    <div className={classes.split}>
      <div className={classes.main}>
        <div className={classes.search}>
          <TextInput
            aria-label={t("Find a source")}
            placeholder={t("Name, id or place")}
            leftSection={<IconSearch size={16} stroke={1.75} />}
            value={only ? only.name : words}
            onChange={(event) => {
              setOnly(null);
              setWords(event.currentTarget.value);
            }}
          />
        </div>
        {list.isError && items === null ? (
          <p className={classes.empty}>{t("The list is not answering. Trying again.")}</p>
        ) : null}
        {items?.length === 0 ? (
          <p className={classes.empty}>{q ? t("Nothing is called so.") : t("Nothing stands anywhere yet.")}</p>
        ) : null}
        {items && items.length > 0 ? (
          <table className={classes.table} aria-label={t("Sources that stand somewhere")}>
            <thead>
              <tr>
                <th scope="col">{t("Source")}</th>
                <th scope="col">{t("Where")}</th>
                <th scope="col" className={classes.wide}>
                  {t("Since")}
                </th>
                <th scope="col">{t("State")}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((source) => (
                <Row
                  key={source.id}
                  source={source}
                  now={now}
                  isOpen={source.id === view.sourceId}
                  isTouched={source.id === touched?.sourceId}
                  onOpen={() => view.select(source.id)}
                />
              ))}
            </tbody>
          </table>
        ) : null}
        {list.hasNextPage ? (
          <div className={classes.more}>
            <Button
              variant="default"
              size="sm"
              loading={list.isFetchingNextPage}
              onClick={() => void list.fetchNextPage()}
            >
              {t("Show more")}
            </Button>
          </div>
        ) : null}
      </div>
      {isWide && detail ? <aside className={classes.aside}>{detail}</aside> : null}
      {isWide ? null : (
        <Drawer.Root
          opened={Boolean(detail)}
          onClose={() => view.select(null)}
          position="right"
          size={440}
          padding={0}
          classNames={drawerClasses}
        >
          <Drawer.Overlay />
          <Drawer.Content aria-label={t("Source")}>{detail}</Drawer.Content>
        </Drawer.Root>
      )}
    </div>
  );
}

interface RowProps {
  readonly source: Source;
  readonly now: number;
  readonly isOpen: boolean;
  readonly isTouched: boolean;
  readonly onOpen: () => void;
}

function Row({ source, now, isOpen, isTouched, onOpen }: RowProps) {
  const t = useText();
  const row = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (isTouched) row.current?.scrollIntoView({ block: "center" });
  }, [isTouched]);
  const { space, assignment } = source;
  return (
    <tr
      ref={row}
      className={classes.row}
      data-selected={isOpen || undefined}
      data-touched={isTouched || undefined}
      onClick={onOpen}
    >
      <td>
        <button type="button" className={classes.name} aria-expanded={isOpen}>
          {sourceTitle(source)}
        </button>
        <span className={classes.muted}>{kindWords(source, t)}</span>
      </td>
      <td>
        <span className={classes.place}>{space?.name}</span>
        <span className={classes.muted}>{space?.floor?.name ?? ""}</span>
      </td>
      <td className={classes.wide}>
        <span>{assignment ? sinceWords(assignment.since, now, t) : ""}</span>
        <span className={classes.muted}>
          {assignment?.by ? t("by {by}", { by: assignment.by }) : t("by its vendor")}
        </span>
      </td>
      <td>
        <State source={source} now={now} />
      </td>
    </tr>
  );
}

/** What is a place by itself measures nothing. */
const PLACES: readonly string[] = ["site", "building", "floor", "location", "workspace"];

function State({ source: { values, kind, lastReadingAt }, now }: { readonly source: Source; readonly now: number }) {
  const t = useText();
  const offlineAt = values.online && values.online.value <= 0 ? values.online.observedAt : null;
  const isAway = isOffline({ offlineAt, lastReadingAt });
  const health = healthWords({ battery: values.battery?.value ?? null, signal: values.signal?.value ?? null }, t);
  const heard =
    lastReadingAt === null
      ? PLACES.includes(kind)
        ? ""
        : t("no reading yet")
      : ageWords(Math.max(0, now - Date.parse(lastReadingAt)), t);
  return (
    <>
      <span data-offline={isAway || undefined} className={classes.state}>
        {isAway ? t("Offline") : heard}
      </span>
      <span className={classes.muted}>{health}</span>
    </>
  );
}
