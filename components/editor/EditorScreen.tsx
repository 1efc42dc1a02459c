"use client";

import { useMemo, useState } from "react";
import { AppFrame } from "@/components/frame/AppFrame";
import { CloseButton } from "@/components/frame/CloseButton";
import type { FrameUser } from "@/components/frame/frame-user";
import { useText } from "@/components/text/TextProvider";
import { readDraft, saveDraft } from "@/lib/client/plan-api";
import { PlanSaver } from "@/lib/client/plan-saver";
import { useFloorSources, useFloorSpaces } from "@/lib/client/use-floor-spaces";
import { useIsPhone, useIsWide } from "@/lib/client/use-media";
import type { FloorSnapshot, FloorSummary } from "@/lib/core/floor";
import type { DrawingInfo, PlanDraft } from "@/lib/core/floor-plan";
import { firstState } from "@/lib/core/plan-editing/editor-state";
import type { TreeSpace } from "@/lib/core/space-tree";
import type { SpaceType } from "@/lib/core/space-type";
import { EditorDialogs, type OpenDialog } from "./EditorDialogs";
import { EditorHeader } from "./EditorHeader";
import classes from "./EditorScreen.module.css";
import { EditorStage } from "./EditorStage";
import { createEditorStore, EditorContext, type EditorStore } from "./editor-store";
import { saveWords } from "./editor-words";
import { SidePanel } from "./SidePanel";
import { useAutosave } from "./use-autosave";
import { useEditorKeys } from "./use-editor-keys";
import { knownSpace, useKnownSpaces } from "./use-known-spaces";
import { usePlanReview } from "./use-plan-review";
import { usePlanWork } from "./use-plan-work";
import { useUpload } from "./use-upload";

interface EditorScreenProps {
  readonly initial: PlanDraft;
  readonly snapshot: FloorSnapshot;
  /** Those that stand on the floor. */
  readonly spaces: readonly TreeSpace[];
  readonly types: readonly SpaceType[];
  readonly floors: readonly FloorSummary[];
  readonly user: FrameUser;
}

const seedOf = () => Math.random().toString(36).slice(2, 8);

/** The floor plan editor. Its state lives in one store beside React; the server's copy follows it. */
export function EditorScreen(props: EditorScreenProps) {
  const { initial } = props;
  const t = useText();
  const [store] = useState(() =>
    createEditorStore(firstState(initial.plan, seedOf(), props.spaces.map(knownSpace), t)),
  );
  const [saver] = useState(
    () =>
      new PlanSaver(initial, {
        save: (save) => saveDraft(initial.floorId, save),
        read: () => readDraft(initial.floorId),
      }),
  );
  useAutosave(store, saver);
  return (
    <EditorContext value={store}>
      <Editor {...props} store={store} saver={saver} />
    </EditorContext>
  );
}

interface EditorProps extends EditorScreenProps {
  readonly store: EditorStore;
  readonly saver: PlanSaver;
}

function Editor({ initial, snapshot, spaces, types, floors, user, store, saver }: EditorProps) {
  const t = useText();
  const { floor } = snapshot;
  const canEdit = !useIsPhone();
  const isWide = useIsWide();
  const [open, setOpen] = useState<OpenDialog>(null);
  const [isPanelOpen, setIsPanelOpen] = useState(false);
  const [uploaded, setUploaded] = useState<readonly DrawingInfo[]>([]);
  const work = usePlanWork(store, saver);
  const upload = useUpload(floor.id, (drawing) => setUploaded((before) => [drawing, ...before]));
  const tree = useFloorSpaces(floor, spaces);
  const sources = useFloorSources(floor.id, snapshot);
  const review = usePlanReview(work.draft.published, tree);
  const drawings = useMemo(() => [...uploaded, ...initial.drawings], [uploaded, initial.drawings]);
  const isInConflict = work.saving.kind === "conflict";
  useKnownSpaces(store, tree);
  useEditorKeys(open === null && !isInConflict, () => setOpen("keys"));

  const openProperties = (isTyping: boolean) => {
    setIsPanelOpen(true);
    if (isTyping)
      requestAnimationFrame(() => document.querySelector<HTMLInputElement>("[data-side-panel] input")?.focus());
  };
  const panel = (
    <div data-side-panel className={classes.side}>
      {isWide ? null : (
        <div className={classes.close}>
          <CloseButton onClick={() => setIsPanelOpen(false)} />
        </div>
      )}
      <SidePanel
        floorName={floor.name}
        {...{ types, sources, drawings, upload, canEdit }}
        issues={review.issues}
        started={Date.parse(snapshot.now)}
      />
    </div>
  );
  return (
    <AppFrame
      user={user}
      header={
        <EditorHeader
          {...{ floor, floors, canEdit }}
          saved={saveWords(work.saving, review.changes.length > 0, floor.site.timeZone, t)}
          isTroubled={work.saving.kind === "failed" || isInConflict}
          changes={review.changes.length}
          onDiscard={() => void work.discard()}
          onReview={() => setOpen("review")}
        />
      }
      aside={isWide || isPanelOpen ? panel : null}
      asideWidth={320}
      asideLabel={t("Properties")}
      onAsideClose={() => setIsPanelOpen(false)}
      footer={null}
    >
      <EditorStage
        {...{ floor, floors, canEdit, isWide, upload }}
        onProperties={openProperties}
        onCopy={(from) => void work.duplicate(from)}
        onHelp={() => setOpen("keys")}
      />
      <EditorDialogs
        {...{ open, work, saver, review }}
        floorId={floor.id}
        timeZone={floor.site.timeZone}
        onClose={() => setOpen(null)}
      />
    </AppFrame>
  );
}
