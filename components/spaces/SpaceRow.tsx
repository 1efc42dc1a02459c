import type { ItemInstance } from "@headless-tree/core";
import { VisuallyHidden } from "@mantine/core";
import { IconChevronRight } from "@tabler/icons-react";
import { type MouseEvent, useEffect } from "react";
import { useText } from "@/components/text/TextProvider";
import type { TreeSpace } from "@/lib/core/space-tree";
import type { SpaceType } from "@/lib/core/space-type";
import classes from "./SpaceTree.module.css";
import { counted, KIND_ICON, KIND_WORD } from "./space-words";

interface SpaceRowProps {
  readonly item: ItemInstance<string>;
  readonly space: TreeSpace;
  readonly types: readonly SpaceType[];
  /** px from the top of the tree. */
  readonly top: number;
  readonly height: number;
  /** Set while the keyboard is meant to come here; told when it has. */
  readonly onArrived: (() => void) | null;
}

const INDENT_PX = 20;

/** One space in the tree: what it is, its name, and what follows from its type. */
export function SpaceRow({ item, space, types, top, height, onArrived }: SpaceRowProps) {
  const t = useText();
  useEffect(() => {
    if (!onArrived) return;
    item.getElement()?.focus({ preventScroll: true });
    onArrived();
  }, [item, onArrived]);
  const Icon = KIND_ICON[space.kind];
  const type = types.find(({ id }) => id === space.typeId);
  const facts = [
    type?.name,
    space.effectiveCapacity === null ? undefined : counted(space.effectiveCapacity, "seat", t),
    space.sources > 0 ? counted(space.sources, "source", t) : undefined,
  ].filter((fact) => fact !== undefined);
  const props = {
    ...item.getProps(),
    "aria-label": undefined, // what stands in the row is its name
    onClick: (event: MouseEvent) => click(item, event),
    onFocus: () => item.isFocused() || item.setFocused(),
  };
  return (
    <div
      {...props}
      className={classes.row}
      data-focused={item.isFocused() || undefined}
      data-selected={item.isSelected() || undefined}
      data-target={item.isDragTarget() || undefined}
      style={{ transform: `translateY(${top}px)`, height, paddingLeft: 8 + item.getItemMeta().level * INDENT_PX }}
    >
      <Chevron item={item} />
      <Icon size={16} stroke={1.75} aria-hidden className={classes.icon} />
      {item.isRenaming() ? (
        <input
          {...item.getRenameInputProps()}
          aria-label={t("Name of {name}", { name: space.name })}
          maxLength={200}
          className={classes.rename}
          onClick={(event) => event.stopPropagation()}
        />
      ) : (
        <span className={classes.name}>
          {space.name}
          <VisuallyHidden component="span"> {t(KIND_WORD[space.kind]).toLowerCase()}</VisuallyHidden>
        </span>
      )}
      <span className={classes.custom}>{space.customId ?? space.vendorCustomId}</span>
      <span className={classes.facts}>{facts.join(" · ")}</span>
    </div>
  );
}

/** The mouse's own handle; the keyboard has the arrow keys. */
function Chevron({ item }: { item: ItemInstance<string> }) {
  if (!item.isFolder()) return <span className={classes.chevron} />;
  const toggle = (event: MouseEvent) => {
    event.stopPropagation();
    if (item.isExpanded()) item.collapse();
    else item.expand();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: aria-expanded of the row says it; arrow keys do it
    // biome-ignore lint/a11y/useKeyWithClickEvents: the same
    <span className={classes.chevron} data-open={item.isExpanded() || undefined} onClick={toggle}>
      <IconChevronRight size={14} aria-hidden />
    </span>
  );
}

/** A click chooses; it does not open and close, or one could not choose without losing the rows. */
function click(item: ItemInstance<string>, event: MouseEvent) {
  const tree = item.getTree();
  item.setFocused();
  if (event.shiftKey) return item.selectUpTo(event.ctrlKey || event.metaKey);
  tree.getDataRef<{ selectUpToAnchorId?: string }>().current.selectUpToAnchorId = item.getId();
  if (event.ctrlKey || event.metaKey) return item.toggleSelect();
  tree.setSelectedItems([item.getId()]);
}
