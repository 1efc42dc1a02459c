import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FloorScreen } from "@/components/floor/FloorScreen";
import { authorize } from "@/lib/auth/authorize";
import { requireUser } from "@/lib/auth/require-user";
import { listFloors, readFloorSnapshot } from "@/lib/db/floor-repository";

export const metadata: Metadata = { title: "Live floor" };

export default async function Page({ params }: { params: Promise<{ floorId: string }> }) {
  const user = await requireUser();
  const { floorId } = await params;
  authorize(user, "floor:read", { type: "floor", id: floorId });
  const [floors, initial] = await Promise.all([listFloors(), readFloorSnapshot(floorId)]);
  if (!initial) notFound();
  return (
    <FloorScreen floors={floors} initial={initial} user={{ name: user.name, email: user.email, role: user.role }} />
  );
}
