import { Drawer } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { type KeyboardEvent, useRef } from "react";
import { tell, tellFailure, tellWithUndo } from "@/components/frame/tell";
import { useText } from "@/components/text/TextProvider";
import type { Mapper } from "@/lib/client/use-mapping";
import { useIsWide } from "@/lib/client/use-media";
import { usePlaces } from "@/lib/client/use-places";
import type { Touch } from "@/lib/client/use-touches";
import type { Source } from "@/lib/core/source";
import { MappedToday } from "./MappedToday";
import { MatchPane } from "./MatchPane";
import { mappedWords, placeWords } from "./source-row-words";
import type { SourcesView } from "./use-sources-view";
import classes from "./WaitingTab.module.css";
import { WaitingTable } from "./WaitingTable";

interface WaitingTabProps {
  readonly items: readonly Source[];
  readonly hasMore: boolean;
  readonly mapper: Mapper;
  readonly view: SourcesView;
  /** ms */
  readonly now: number;
  readonly touched: Touch | null;
}

// Not className on Drawer.Content: that would paint the whole screen.
const drawerClasses = { content: classes.drawer ?? "" };

/** What waits, and beside it where the chosen one may stand. */
export function WaitingTab({ items, hasMore, mapper, view, now, touched }: WaitingTabProps) {
  const t = useText();
  const isWide = useIsWide();
  const table = useRef<HTMLDivElement>(null);
  const places = usePlaces();
  const chosen = items.find(({ id }) => id === view.sourceId) ?? null;
  const selected = chosen ?? (isWide ? (items[0] ?? null) : null);

  const undoLast = () => {
    mapper.undoLast().then(
      (was) => was && tell(t("Undone.")),
      (error) => tellFailure(error),
    );
  };
  useHotkeys([["mod+Z", undoLast]]);

  const focusRow = (index: number) => {
    const rows = table.current?.querySelectorAll<HTMLElement>("[data-row]");
    rows?.[Math.max(0, Math.min(index, rows.length - 1))]?.focus();
  };
  const map = async (source: Source, spaceId: string, name: string) => {
    const index = items.indexOf(source);
    const next = items[index + 1] ?? items[index - 1] ?? null;
    try {
      const { count, done } = await mapper.map([{ sourceId: source.id, spaceId }]);
      if (count === 0) throw new Error(t("There is no such source or place any more."));
      view.select(isWide ? (next?.id ?? null) : null);
      requestAnimationFrame(() => focusRow(index));
      tellWithUndo(mappedWords(name, source.waiting?.events, t), () => mapper.undo(done));
    } catch (error) {
      tellFailure(error);
    }
  };
  const accept = (source: Source) => {
    const place = source.waiting?.suggestion?.space;
    if (place) void map(source, place.id, placeWords(place));
  };
  const ignore = async (source: Source) => {
    const index = items.indexOf(source);
    try {
      await mapper.ignore(source.id, true);
      view.select(null);
      requestAnimationFrame(() => focusRow(index));
      tellWithUndo(t("Ignored. It goes on being stored."), () => mapper.ignore(source.id, false));
    } catch (error) {
      tellFailure(error);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const at = items.findIndex(({ id }) => id === (event.target as HTMLElement).dataset.row);
    if (at < 0) return;
    const source = items[at];
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const to = items[at + (event.key === "ArrowDown" ? 1 : -1)];
      if (!to) return;
      if (isWide) view.select(to.id);
      focusRow(items.indexOf(to));
    } else if (event.key === "Enter" && source?.waiting?.suggestion && !mapper.isBusy) {
      event.preventDefault();
      accept(source);
    }
  };

  const pane = selected && (
    <MatchPane
      key={selected.id}
      source={selected}
      items={items}
      places={places}
      now={now}
      isBusy={mapper.isBusy}
      onMap={(source, spaceId, name) => void map(source, spaceId, name)}
      onIgnore={(source) => void ignore(source)}
      onSelect={view.select}
    />
  );
  return (
    <div className={classes.split}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the rows inside are read where they bubble to */}
      <div className={classes.main} ref={table} onKeyDown={onKeyDown}>
        <WaitingTable
          items={items}
          selectedId={selected?.id ?? null}
          touchedId={touched?.sourceId ?? null}
          now={now}
          isBusy={mapper.isBusy}
          onSelect={view.select}
          onAccept={accept}
          onIgnore={(source) => void ignore(source)}
        />
        {hasMore ? <p className={classes.more}>{t("More wait: they show when these are mapped or ignored.")}</p> : null}
        <MappedToday mapper={mapper} now={now} />
      </div>
      {isWide ? (
        <aside className={classes.aside} aria-label={t("Where it may stand")}>
          {pane}
        </aside>
      ) : (
        <Drawer.Root
          opened={Boolean(pane)}
          onClose={() => view.select(null)}
          position="right"
          size={540}
          padding={0}
          classNames={drawerClasses}
        >
          <Drawer.Overlay />
          <Drawer.Content aria-label={t("Where it may stand")}>{pane}</Drawer.Content>
        </Drawer.Root>
      )}
    </div>
  );
}
