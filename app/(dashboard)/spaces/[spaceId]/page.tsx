import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { SpaceScreen } from "@/components/space/SpaceScreen";
import { isAllowed } from "@/lib/auth/authorize";
import { requireUser } from "@/lib/auth/require-user";
import { readFloorSnapshot } from "@/lib/db/floor-repository";
import { placeOfSpace } from "@/lib/db/place-of";
import { readSpaceWay } from "@/lib/db/space-way";
import { placeTitle } from "@/lib/http/page-title";

interface Props {
  readonly params: Promise<{ spaceId: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: await placeTitle((await params).spaceId, "space:read") };
}

export default async function Page({ params }: Props) {
  const user = await requireUser();
  const { spaceId } = await params;
  const place = await placeOfSpace(spaceId);
  if (!place || !isAllowed(user, "space:read", place)) notFound();
  const way = await readSpaceWay(spaceId);
  if (way?.kind === "floor") redirect(`/floors/${spaceId}`);
  if (way?.kind === "site" || way?.kind === "building") redirect(`/history?within=${spaceId}`);
  const initial = way?.floorId ? await readFloorSnapshot(way.floorId) : null;
  if (!initial?.spaces.some(({ id }) => id === spaceId)) notFound();
  return (
    <SpaceScreen spaceId={spaceId} initial={initial} user={{ name: user.name, email: user.email, role: user.role }} />
  );
}
