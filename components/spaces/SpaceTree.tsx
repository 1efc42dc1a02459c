import {
  type DragTarget,
  dragAndDropFeature,
  hotkeysCoreFeature,
  type ItemInstance,
  isOrderedDragTarget,
  keyboardDragAndDropFeature,
  renamingFeature,
  selectionFeature,
  syncDataLoaderFeature,
  type TreeInstance,
  type Updater,
} from "@headless-tree/core";
import { AssistiveTreeDescription, useTree } from "@headless-tree/react";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useCallback, useEffect, useRef, useState } from "react";
import { useText } from "@/components/text/TextProvider";
import { useIsPhone } from "@/lib/client/use-media";
import type { SpaceType } from "@/lib/core/space-type";
import { dragWords } from "./drag-words";
import { SpaceRow } from "./SpaceRow";
import classes from "./SpaceTree.module.css";
import { type Forest, mayMoveInto, outermost, ROOT } from "./space-forest";

const FEATURES = [
  syncDataLoaderFeature,
  selectionFeature,
  hotkeysCoreFeature,
  dragAndDropFeature,
  keyboardDragAndDropFeature,
  renamingFeature,
];
const ROW_PX = 36;
/** As high as a finger wants it. */
const PHONE_ROW_PX = 44;

export interface SpaceTreeProps {
  readonly forest: Forest;
  readonly types: readonly SpaceType[];
  /** The same array as long as it holds the same: another one rebuilds the tree. */
  readonly expanded: string[];
  readonly onExpanded: (ids: string[]) => void;
  readonly selected: readonly string[];
  readonly onSelected: (ids: readonly string[]) => void;
  readonly onRename: (id: string, name: string) => void;
  readonly onMove: (ids: readonly string[], targetId: string) => void;
  readonly onAdd: (parentId: string) => void;
  readonly onArchive: (ids: readonly string[]) => void;
  /** Brings the keyboard to the details of a space. */
  readonly onOpen: (id: string) => void;
  /** Where the keyboard should go as soon as it is there; null for wherever it is. */
  readonly focusId: string | null;
  readonly onFocused: () => void;
}

/** The tree itself. Only rows in sight are drawn; everything works with the keyboard, moving too. */
export function SpaceTree(props: SpaceTreeProps) {
  const t = useText();
  const { forest, types, focusId, onFocused } = props;
  /** A row out of sight that a key leads to: it can only have the focus once it is drawn. */
  const [jump, setJump] = useState<string | null>(null);
  const height = useIsPhone() ? PHONE_ROW_PX : ROW_PX;
  const box = useRef<HTMLElement | null>(null);
  const tree = useTree<string>(treeConfig(props, (index) => virtual.scrollToIndex(index), setJump));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the tree reads both when it is rebuilt
  useEffect(() => tree.rebuildTree(), [tree, forest, props.expanded]);
  const items = tree.getItems().filter((item) => forest.byId.has(item.getId()));
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => box.current,
    estimateSize: () => height,
    overscan: 12,
    getItemKey: (index) => items[index]?.getId() ?? index,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it measured is of the other height
  useEffect(() => virtual.measure(), [height]);
  const wished = jump ?? focusId;
  const wishedAt = items.findIndex((item) => item.getId() === wished);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once per wish, when its row is there
  useEffect(() => {
    if (wishedAt < 0) return;
    items[wishedAt]?.setFocused();
    virtual.scrollToIndex(wishedAt);
  }, [wished, wishedAt]);
  // A row that left leaves the keyboard to the first one, or Tab would find no row at all; one that moved gets it back.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever rows come or go
  useEffect(() => {
    const { focusedItem } = tree.getState();
    if (focusedItem === null || items.some((item) => item.getId() === focusedItem)) return;
    if (forest.byId.has(focusedItem)) setJump(focusedItem);
    items[0]?.setFocused();
  }, [items.length]);
  const arrived = useCallback(() => {
    setJump(null);
    onFocused();
  }, [onFocused]);
  const setBox = useCallback(
    (element: HTMLElement | null) => {
      box.current = element;
      tree.registerElement(element);
    },
    [tree],
  );
  const containerProps = { ...tree.getContainerProps(t("Spaces")), "aria-multiselectable": true, ref: setBox };
  return (
    <>
      <AssistiveTreeDescription tree={tree} getLabel={dragWords(forest, t)} />
      <div {...containerProps} className={classes.tree}>
        <div role="presentation" className={classes.sizer} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ key, index, start }) => {
            const item = items[index];
            const space = item && forest.byId.get(item.getId());
            if (!item || !space) return null;
            const place = { top: start, height };
            const onArrived = wished === space.id ? arrived : null;
            return <SpaceRow key={key} {...{ item, space, types, onArrived }} {...place} />;
          })}
        </div>
      </div>
    </>
  );
}

type Item = ItemInstance<string>;
type Tree = TreeInstance<string>;

const idsOf = (items: readonly Item[]) => items.map((item) => item.getId());
const applied = (update: Updater<string[]>, before: readonly string[]) =>
  typeof update === "function" ? update([...before]) : update;
const isIdle = (tree: Tree) => !tree.isRenamingItem() && !tree.getState().dnd;

/** What is chosen; when the row with the keyboard is not among it, that row alone. */
function meant(tree: Tree): string[] {
  const chosen = idsOf(tree.getSelectedItems());
  const focused = tree.getFocusedItem().getId();
  return chosen.includes(focused) ? chosen : [focused];
}

function treeConfig(props: SpaceTreeProps, scrollTo: (index: number) => void, jump: (id: string) => void) {
  const { forest, expanded, selected } = props;
  return {
    rootItemId: ROOT,
    features: FEATURES,
    dataLoader: { getItem: (id: string) => id, getChildren: (id: string) => [...(forest.children.get(id) ?? [])] },
    getItemName: (item: Item) => forest.byId.get(item.getId())?.name ?? "",
    isItemFolder: (item: Item) => (forest.children.get(item.getId())?.length ?? 0) > 0,
    scrollToItem: (item: Item) => scrollTo(item.getItemMeta().index),
    state: { expandedItems: expanded, selectedItems: [...selected] },
    setExpandedItems: (update: Updater<string[]>) => props.onExpanded(applied(update, expanded)),
    setSelectedItems: (update: Updater<string[]>) => props.onSelected(applied(update, selected)),
    canReorder: false,
    canDrop: (items: Item[], target: DragTarget<string>) =>
      !isOrderedDragTarget(target) && mayMoveInto(forest, outermost(forest, idsOf(items)), target.item.getId()),
    onDrop: (items: Item[], target: DragTarget<string>) => props.onMove(idsOf(items), target.item.getId()),
    onRename: (item: Item, name: string) => props.onRename(item.getId(), name),
    hotkeys: treeHotkeys(props, jump),
  };
}

function treeHotkeys({ onSelected, onOpen, onAdd, onArchive }: SpaceTreeProps, jump: (id: string) => void) {
  const open = (tree: Tree) => {
    const id = tree.getFocusedItem().getId();
    onSelected([id]);
    onOpen(id);
  };
  const key = (hotkey: string, work: (tree: Tree) => void) => ({
    hotkey,
    isEnabled: isIdle,
    preventDefault: true,
    handler: (_: KeyboardEvent, tree: Tree) => work(tree),
  });
  const jumpTo = (item: Item | undefined) => item && jump(item.getId());
  return {
    focusFirstItem: key("Home", (tree) => jumpTo(tree.getItems()[0])),
    focusLastItem: key("End", (tree) => jumpTo(tree.getItems().at(-1))),
    customOpen: key("Enter", open),
    customSelect: key("Space", (tree) => onSelected([tree.getFocusedItem().getId()])),
    customAdd: key("KeyN", (tree) => onAdd(tree.getFocusedItem().getId())),
    customArchive: key("Delete", (tree) => onArchive(meant(tree))),
  };
}
