import { Button, CloseButton, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconMapPin, IconPlus, IconSearch } from "@tabler/icons-react";
import { useEffect, useMemo, useRef, useState } from "react";
import { useText } from "@/components/text/TextProvider";
import { childKinds } from "@/lib/core/space";
import type { SpaceType } from "@/lib/core/space-type";
import type { Text } from "@/lib/core/text";
import classes from "./SpacesScreen.module.css";
import { SpaceTree } from "./SpaceTree";
import { countKinds, type Forest, firstExpanded, search, wayUp } from "./space-forest";
import { counted } from "./space-words";
import type { SpaceActions } from "./use-space-actions";
import type { SpacesView } from "./use-spaces-view";

interface TreeViewProps {
  readonly forest: Forest;
  readonly types: readonly SpaceType[];
  readonly view: SpacesView;
  readonly actions: SpaceActions;
  readonly mayAddSites: boolean;
  /** Inside which space; "" for a site. */
  readonly onAdd: (parentId: string) => void;
  readonly onArchive: (ids: readonly string[]) => void;
  readonly onOpen: (id: string) => void;
  readonly focusId: string | null;
  readonly onFocused: () => void;
  /** The keyboard should go to this row. */
  readonly onFollow: (id: string) => void;
}

/** The tree with its search, its counts and what can be added. */
export function TreeView({ forest, types, view, actions, mayAddSites, onAdd, onFollow, ...rest }: TreeViewProps) {
  const t = useText();
  const [query, setQuery] = useState("");
  const [asked] = useDebouncedValue(query.trim(), 150);
  const found = useMemo(() => (asked === "" ? null : search(forest, asked)), [forest, asked]);
  const { expanded, setExpanded } = useExpanded(forest, view.selected);
  const [closed, setClosed] = useState<readonly string[]>(NONE);
  // What a search opened can be closed again, without forgetting what was open before it.
  const shownOpen = useMemo(
    () => (found ? found.expanded.filter((id) => !closed.includes(id)) : expanded),
    [found, closed, expanded],
  );
  const openInstead = (ids: string[]) =>
    found ? setClosed(found.expanded.filter((id) => !ids.includes(id))) : setExpanded(ids);
  const [only] = view.selected.length === 1 ? view.selected : [];
  const parent = only === undefined ? undefined : forest.byId.get(only);
  const add = (id: string) => {
    const space = forest.byId.get(id);
    if (space && childKinds(space.kind).length > 0) onAdd(id);
  };
  // A keyboard that is in the tree, or fell off its row as that left: who went on to the details stays there.
  const follow = (id: string) => document.activeElement?.matches("body, [role=tree] *") && onFollow(id);
  if (forest.byId.size === 0) return <NoSpaces mayAddSites={mayAddSites} onAdd={() => onAdd("")} />;
  return (
    <div className={classes.treePage}>
      <div className={classes.toolbar}>
        <TextInput
          className={classes.search ?? ""}
          aria-label={t("Search spaces")}
          placeholder={t("Name, id or tag")}
          leftSection={<IconSearch size={16} aria-hidden />}
          rightSection={query ? <CloseButton size="sm" aria-label={t("Clear")} onClick={() => setQuery("")} /> : null}
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            setClosed(NONE);
          }}
        />
        <p className={classes.counts} aria-live="polite">
          {found ? (
            t("{count, plural, one {# match} other {# matches}}", { count: found.matches })
          ) : (
            <Counts forest={forest} />
          )}
        </p>
        {parent && childKinds(parent.kind).length > 0 ? (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => onAdd(parent.id)}>
            {parent.name.length > 24 ? t("Add inside it") : t("Add inside {name}", { name: parent.name })}
          </Button>
        ) : null}
        {mayAddSites ? (
          <Button
            variant={parent && childKinds(parent.kind).length > 0 ? "default" : "filled"}
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => onAdd("")}
          >
            {t("Add a site")}
          </Button>
        ) : null}
      </div>
      {found?.matches === 0 ? (
        <p className={classes.nothing}>{t("No space is called that, has that id or that tag.")}</p>
      ) : (
        <SpaceTree
          forest={found?.forest ?? forest}
          types={types}
          expanded={shownOpen}
          onExpanded={openInstead}
          selected={view.selected}
          onSelected={view.select}
          onRename={(id, typed) => rename(forest, actions, id, typed, t)}
          onMove={(ids, targetId) => actions.move(ids, targetId, follow)}
          onAdd={add}
          {...rest}
        />
      )}
      <p className={classes.keys}>
        <kbd>↑</kbd> <kbd>↓</kbd> {t("walk")} <kbd>{t("Enter")}</kbd> {t("details")} <kbd>F2</kbd> {t("rename")}{" "}
        <kbd>N</kbd> {t("add inside")}{" "}
        <kbd>
          {t("Ctrl")} {t("Shift")} D
        </kbd>{" "}
        {t("move")} <kbd>{t("Del")}</kbd> {t("archive")}
      </p>
    </div>
  );
}

const NONE: readonly string[] = [];

/** What is open. The way to what is chosen is always open: to what was just added or moved, or came with the address. */
function useExpanded(forest: Forest, selected: readonly string[]) {
  const [expanded, setExpanded] = useState<string[]>(() => firstExpanded(forest));
  const shown = useRef<string | null>(null);
  const only = selected.length === 1 ? selected[0] : undefined;
  useEffect(() => {
    const space = only === undefined ? undefined : forest.byId.get(only);
    const where = `${only} in ${space?.parentId}`;
    if (!space || shown.current === where) return;
    shown.current = where;
    setExpanded((before) => [...new Set([...before, ...wayUp(forest, space.id).map(({ id }) => id)])]);
  }, [forest, only]);
  return { expanded, setExpanded };
}

function rename(forest: Forest, actions: SpaceActions, id: string, typed: string, t: Text) {
  const space = forest.byId.get(id);
  const name = typed.trim();
  if (!space || name === space.name || (name === "" && space.vendorName === null)) return;
  const words =
    name === ""
      ? t("“{name}” has its vendor’s name again.", { name: space.name })
      : t("“{before}” is now “{name}”.", { before: space.name, name });
  actions.change(space, { name: name === "" ? null : name }, words);
}

function Counts({ forest }: { forest: Forest }) {
  const t = useText();
  return [...countKinds(forest)]
    .sort(([a], [b]) => ORDER.indexOf(a) - ORDER.indexOf(b))
    .map(([kind, count]) => counted(count, kind, t))
    .join(" · ");
}

const ORDER = ["site", "building", "floor", "room", "zone", "desk"];

function NoSpaces({ mayAddSites, onAdd }: { mayAddSites: boolean; onAdd: () => void }) {
  const t = useText();
  return (
    <div className={classes.page}>
      <div className={classes.empty}>
        <IconMapPin size={28} stroke={1.5} aria-hidden />
        <p>
          {t("There is no space yet. Vendors’ events bring theirs along, or build the tree here, from the site down.")}
        </p>
        {mayAddSites ? <Button onClick={onAdd}>{t("Add a site")}</Button> : null}
      </div>
    </div>
  );
}
