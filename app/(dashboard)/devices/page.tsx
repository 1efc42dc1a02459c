import { DevicesScreen } from "@/components/devices/DevicesScreen";
import { AdminsOnly } from "@/components/frame/AdminsOnly";
import { isAllowed } from "@/lib/auth/authorize";
import { requireUser } from "@/lib/auth/require-user";
import { text } from "@/lib/core/text";
import { listFloors } from "@/lib/db/floor-repository";
import { titled } from "@/lib/http/page-title";

export const generateMetadata = titled(text("Devices"));

export default async function Page() {
  const user = await requireUser();
  if (!isAllowed(user, "source:read")) return <AdminsOnly />;
  const floors = await listFloors(user.sites);
  const { name, email, role } = user;
  const places = floors.map(({ id, name: floor, site }) => ({ id, name: `${floor} · ${site.name}` }));
  return <DevicesScreen floors={places} user={{ name, email, role }} />;
}
