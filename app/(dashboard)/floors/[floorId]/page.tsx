import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FloorScreen } from "@/components/floor/FloorScreen";
import { isAllowed } from "@/lib/auth/authorize";
import { requireUser } from "@/lib/auth/require-user";
import { readPublishedPlan } from "@/lib/db/floor-plan-repository";
import { listFloors, readFloorSnapshot } from "@/lib/db/floor-repository";
import { placeOfSpace } from "@/lib/db/place-of";
import { placeTitle } from "@/lib/http/page-title";

interface Props {
  readonly params: Promise<{ floorId: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: await placeTitle((await params).floorId, "floor:read") };
}

export default async function Page({ params }: Props) {
  const user = await requireUser();
  const { floorId } = await params;
  const place = await placeOfSpace(floorId);
  if (!place || !isAllowed(user, "floor:read", place)) notFound();
  const [floors, initial, plan] = await Promise.all([
    listFloors(user.sites),
    readFloorSnapshot(floorId),
    readPublishedPlan(floorId),
  ]);
  if (!initial) notFound();
  return (
    <FloorScreen
      floors={floors}
      initial={initial}
      initialPlan={plan}
      user={{ name: user.name, email: user.email, role: user.role }}
    />
  );
}
