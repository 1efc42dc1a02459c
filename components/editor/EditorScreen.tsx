"use client";

import { Button } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import Link from "next/link";
import { useMemo, useState } from "react";
import { AppFrame } from "@/components/frame/AppFrame";
import { CloseButton } from "@/components/frame/CloseButton";
import type { FrameUser } from "@/components/frame/frame-user";
import { readDraft, saveDraft } from "@/lib/client/plan-api";
import { PlanSaver } from "@/lib/client/plan-saver";
import { useFloorSources, useFloorSpaces } from "@/lib/client/use-floor-spaces";
import type { FloorSnapshot, FloorSummary } from "@/lib/core/floor";
import type { DrawingInfo, PlanDraft } from "@/lib/core/floor-plan";
import { planChanges } from "@/lib/core/plan-changes";
import { planIssues } from "@/lib/core/plan-checks";
import { firstState, settledPlan } from "@/lib/core/plan-editing/editor-state";
import type { TreeSpace } from "@/lib/core/space-tree";
import type { SpaceType } from "@/lib/core/space-type";
import { Canvas } from "./Canvas";
import { ConflictDialog } from "./ConflictDialog";
import { DropStage } from "./DropStage";
import { EditorHeader } from "./EditorHeader";
import classes from "./EditorScreen.module.css";
import { createEditorStore, EditorContext, type EditorStore, useEditor } from "./editor-store";
import { saveWords, timeWords } from "./editor-words";
import { KeysDialog } from "./KeysDialog";
import { ReviewDialog } from "./ReviewDialog";
import { SidePanel } from "./SidePanel";
import { StartNote } from "./StartNote";
import { StatusBar } from "./StatusBar";
import { ToolRail } from "./ToolRail";
import { useAutosave } from "./use-autosave";
import { useEditorKeys } from "./use-editor-keys";
import { knownSpace, useKnownSpaces } from "./use-known-spaces";
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
  const [store] = useState(() => createEditorStore(firstState(initial.plan, seedOf(), props.spaces.map(knownSpace))));
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

type Open = "review" | "keys" | null;

function Editor({ initial, snapshot, spaces: initialSpaces, types, floors, user, store, saver }: EditorProps) {
  const { floor } = snapshot;
  const isPhone = useMediaQuery("(max-width: 767px)") ?? false;
  const isWide = useMediaQuery("(min-width: 1200px)", true) ?? true;
  const canEdit = !isPhone;
  const [open, setOpen] = useState<Open>(null);
  const [isPanelOpen, setIsPanelOpen] = useState(false);
  const [uploaded, setUploaded] = useState<readonly DrawingInfo[]>([]);
  const work = usePlanWork(store, saver);
  const upload = useUpload(floor.id, (drawing) => setUploaded((before) => [drawing, ...before]));
  const tree = useFloorSpaces(floor, initialSpaces);
  const sources = useFloorSources(floor.id, snapshot);
  useKnownSpaces(store, tree);
  useEditorKeys(open === null && work.saving.kind !== "conflict", () => setOpen("keys"));

  // While something is dragged the figures wait: they are for the pause after it.
  const plan = useEditor(settledPlan);
  const names = useMemo(() => new Map(tree.map(({ id, name }) => [id, name])), [tree]);
  const nameOf = (id: string) => names.get(id) ?? null;
  const { published } = work.draft;
  const changes = useMemo(() => planChanges(published, plan, (id) => names.get(id) ?? null), [published, plan, names]);
  const issues = useMemo(() => planIssues(plan, tree.map(asPlanSpace)), [plan, tree]);
  const drawings = useMemo(() => [...uploaded, ...initial.drawings], [uploaded, initial.drawings]);
  const theirs = work.saving.kind === "conflict" ? work.saving.theirs : null;

  const publish = async () => {
    if (!(await work.publish())) return;
    setOpen(null);
    notifications.show({ message: <Published floorId={floor.id} />, autoClose: 10_000 });
  };
  const openProperties = () => {
    setIsPanelOpen(true);
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
        types={types}
        sources={sources}
        drawings={drawings}
        issues={issues}
        upload={upload}
        started={Date.parse(snapshot.now)}
        canEdit={canEdit}
      />
    </div>
  );
  return (
    <AppFrame
      user={user}
      header={
        <EditorHeader
          floor={floor}
          floors={floors}
          saved={saveWords(work.saving, changes.length > 0, floor.site.timeZone)}
          isTroubled={work.saving.kind === "failed" || theirs !== null}
          changes={changes.length}
          canEdit={canEdit}
          onDiscard={() => void work.discard()}
          onReview={() => setOpen("review")}
        />
      }
      aside={isWide || isPanelOpen ? panel : null}
      asideWidth={320}
      asideLabel="Properties"
      onAsideClose={() => setIsPanelOpen(false)}
      footer={null}
    >
      <div className={classes.editor}>
        {isPhone ? (
          <p className={classes.note}>To draw, open this page on a larger screen. Shapes can be looked at here.</p>
        ) : (
          <ToolRail canEdit={canEdit} />
        )}
        <DropStage canEdit={canEdit} onFile={upload.send}>
          <Canvas
            floorId={floor.id}
            label={`${floor.name}, plan being edited`}
            canEdit={canEdit}
            onEnter={openProperties}
          />
          <StartNote floors={floors} floorId={floor.id} upload={upload} onCopy={(from) => void work.duplicate(from)} />
          <StatusBar onHelp={() => setOpen("keys")} />
          {isWide ? null : (
            <Button variant="default" className={classes.properties ?? ""} onClick={() => setIsPanelOpen(true)}>
              Properties
            </Button>
          )}
        </DropStage>
      </div>
      <ReviewDialog
        opened={open === "review"}
        changes={changes}
        issues={issues}
        isBusy={work.isBusy}
        problem={work.problem}
        onPublish={() => void publish()}
        onClose={() => setOpen(null)}
      />
      <KeysDialog opened={open === "keys"} onClose={() => setOpen(null)} />
      <ConflictDialog
        opened={theirs !== null}
        who={theirs?.savedBy ?? "Somebody"}
        when={timeWords(theirs?.savedAt ?? null, floor.site.timeZone)}
        theirs={theirs ? planChanges(saver.base(), theirs.plan, nameOf) : []}
        mine={planChanges(saver.base(), plan, nameOf)}
        onTakeTheirs={() => work.settle("theirs")}
        onKeepMine={() => work.settle("mine")}
      />
    </AppFrame>
  );
}

const asPlanSpace = ({ id, kind, name, effectiveCapacity, sources }: TreeSpace) => ({
  id,
  kind,
  name,
  capacity: effectiveCapacity,
  sources,
});

function Published({ floorId }: { floorId: string }) {
  return (
    <>
      Published. Viewers see it now. <Link href={`/floors/${floorId}`}>Open the live floor</Link>
    </>
  );
}
