import { redirect } from "next/navigation";
import { NoFloorYet } from "@/components/floor/NoFloorYet";
import { authorize } from "@/lib/auth/authorize";
import { requireUser } from "@/lib/auth/require-user";
import { listFloors } from "@/lib/db/floor-repository";

export default async function Page() {
  const user = await requireUser();
  authorize(user, "floor:read");
  const [first] = await listFloors(user.sites);
  if (first) redirect(`/floors/${first.id}`);
  return <NoFloorYet user={{ name: user.name, email: user.email, role: user.role }} />;
}
