"use client";

import { SegmentedControl } from "@mantine/core";
import { useCallback, useMemo, useState } from "react";
import { AppFrame } from "@/components/frame/AppFrame";
import type { FrameUser } from "@/components/frame/frame-user";
import { tell, tellWithUndo } from "@/components/frame/tell";
import { useText } from "@/components/text/TextProvider";
import { type NamedId, useSpaceTree } from "@/lib/client/use-space-tree";
import { useSpaceTypes } from "@/lib/client/use-space-types";
import { mayDo } from "@/lib/core/access";
import { type TreeSpace, wantsItsName } from "@/lib/core/space-tree";
import type { SpaceType } from "@/lib/core/space-type";
import { text } from "@/lib/core/text";
import { AddSpaces } from "./AddSpaces";
import { ArchiveDialog } from "./ArchiveDialog";
import { ArchivedList } from "./ArchivedList";
import { SeveralSpaces } from "./SeveralSpaces";
import { SpaceDetails } from "./SpaceDetails";
import classes from "./SpacesScreen.module.css";
import { growForest, withInner } from "./space-forest";
import { TreeView } from "./TreeView";
import { TypesView } from "./TypesView";
import { useSpaceActions } from "./use-space-actions";
import { useSpacesView, type ViewName } from "./use-spaces-view";

interface SpacesScreenProps {
  readonly spaces: readonly TreeSpace[];
  readonly types: readonly SpaceType[];
  readonly user: FrameUser;
  /** Sites are added by those who may see every site. */
  readonly mayAddSites: boolean;
}

const TABS: { value: ViewName; label: string }[] = [
  { value: "tree", label: text("Spaces") },
  { value: "types", label: text("Types") },
  { value: "archived", label: text("Archived") },
];

/** The tree admins work in, with what spaces are used as and what was archived. */
export function SpacesScreen({ spaces: initial, types: initialTypes, user, mayAddSites }: SpacesScreenProps) {
  const t = useText();
  const { data } = useSpaceTree(initial);
  const { data: types } = useSpaceTypes(initialTypes);
  const forest = useMemo(() => growForest(data), [data]);
  const view = useSpacesView();
  const actions = useSpaceActions(forest);
  /** Where something is being added: a space, "" for a new site, null for nowhere. */
  const [addingTo, setAddingTo] = useState<string | null>(null);
  /** Whose row, or whose details, the keyboard should go to. */
  const [focus, setFocus] = useState<{ row: string } | { details: string } | null>(null);
  const focused = useCallback(() => setFocus(null), []);
  const [archiving, setArchiving] = useState<TreeSpace | null>(null);
  const chosen = view.selected.flatMap((id) => forest.byId.get(id) ?? []);
  const close = () => view.select([]);

  const archive = (ids: readonly string[]) => {
    const spaces = ids.flatMap((id) => forest.byId.get(id) ?? []);
    const big = spaces.find(({ kind }) => wantsItsName(kind));
    if (big && spaces.length === 1) return setArchiving(big);
    if (spaces.length === 0) return;
    if (big) return void tell(t("Sites, buildings and floors are archived one by one."));
    actions.archive(spaces);
    close();
  };
  const added = (spaces: readonly NamedId[], words: string) => {
    setAddingTo(null);
    const [first] = spaces;
    view.select(first ? [first.id] : []);
    if (first) setFocus({ row: first.id });
    tellWithUndo(words, () => actions.archive(spaces));
  };

  const shared = { forest, types, actions, onArchive: archive, onClose: close };
  const [only] = chosen;
  const aside =
    view.view !== "tree" || !only ? null : chosen.length > 1 ? (
      <SeveralSpaces {...shared} spaces={chosen} />
    ) : (
      <SpaceDetails
        key={only.id}
        {...shared}
        space={only}
        onAdd={setAddingTo}
        onShowTypes={() => view.show("types")}
        takesFocus={focus !== null && "details" in focus && focus.details === only.id}
        onFocused={focused}
      />
    );
  const header = (
    <div className={classes.header}>
      <h1 className={classes.title}>{t("Spaces")}</h1>
      <SegmentedControl
        aria-label={t("What to show")}
        size="xs"
        data={TABS.map(({ value, label }) => ({ value, label: t(label) }))}
        value={view.view}
        onChange={(value) => view.show(value as ViewName)}
      />
    </div>
  );
  return (
    <AppFrame user={user} header={header} aside={aside} onAsideClose={close} footer={null}>
      {view.view === "tree" ? (
        <TreeView
          forest={forest}
          types={types}
          view={view}
          actions={actions}
          mayAddSites={mayAddSites}
          onAdd={setAddingTo}
          onArchive={archive}
          onOpen={(id) => setFocus({ details: id })}
          focusId={focus !== null && "row" in focus ? focus.row : null}
          onFocused={focused}
          onFollow={(id) => setFocus({ row: id })}
        />
      ) : (
        <div className={classes.page}>
          {view.view === "types" ? (
            <TypesView types={types} mayChange={mayDo(user.role, "settings:write")} />
          ) : (
            <ArchivedList forest={forest} onRestore={actions.restore} />
          )}
        </div>
      )}
      {addingTo === null ? null : (
        <AddSpaces
          parent={forest.byId.get(addingTo) ?? null}
          types={types}
          onAdded={added}
          onClose={() => {
            setAddingTo(null);
            if (addingTo !== "") setFocus({ row: addingTo });
          }}
        />
      )}
      {archiving ? (
        <ArchiveDialog
          space={archiving}
          inner={withInner(forest, archiving.id).length - 1}
          onClose={() => setArchiving(null)}
          onArchive={(name) => {
            actions.archive([{ id: archiving.id, name }]);
            setArchiving(null);
            close();
          }}
        />
      ) : null}
    </AppFrame>
  );
}
