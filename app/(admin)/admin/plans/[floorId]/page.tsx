import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EditorScreen } from "@/components/editor/EditorScreen";
import { AdminsOnly } from "@/components/frame/AdminsOnly";
import { isAllowed } from "@/lib/auth/authorize";
import { requireUser } from "@/lib/auth/require-user";
import { spacesBelow } from "@/lib/core/spaces-below";
import { readPlanDraft } from "@/lib/db/floor-plan-repository";
import { listFloors, readFloorSnapshot } from "@/lib/db/floor-repository";
import { placeOfSpace } from "@/lib/db/place-of";
import { readWholeTree } from "@/lib/db/space-tree-repository";
import { listSpaceTypes } from "@/lib/db/space-type-repository";
import { placeTitle } from "@/lib/http/page-title";
import { readerText } from "@/lib/http/reader";

interface Props {
  readonly params: Promise<{ floorId: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, place] = await Promise.all([readerText(), placeTitle((await params).floorId, "plan:write")]);
  return { title: `${t("Floor plan")} · ${place}` };
}

export default async function Page({ params }: Props) {
  const user = await requireUser();
  if (!isAllowed(user, "plan:write")) return <AdminsOnly />;
  const { floorId } = await params;
  const place = await placeOfSpace(floorId);
  if (!place || !isAllowed(user, "plan:write", place)) notFound();
  const [draft, snapshot, floors, types] = await Promise.all([
    readPlanDraft(floorId),
    readFloorSnapshot(floorId),
    listFloors(user.sites),
    listSpaceTypes(user.sites),
  ]);
  if (!draft || !snapshot) notFound();
  const tree = await readWholeTree(place.siteId === null ? user.sites : [place.siteId]);
  return (
    <EditorScreen
      key={floorId}
      initial={draft}
      snapshot={snapshot}
      spaces={spacesBelow(tree, floorId)}
      types={types}
      floors={floors}
      user={{ name: user.name, email: user.email, role: user.role }}
    />
  );
}
