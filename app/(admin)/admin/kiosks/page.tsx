import { AdminsOnly } from "@/components/frame/AdminsOnly";
import { KiosksScreen } from "@/components/kiosk/KiosksScreen";
import { isAllowed } from "@/lib/auth/authorize";
import { requireUser } from "@/lib/auth/require-user";
import { text } from "@/lib/core/text";
import { listFloors } from "@/lib/db/floor-repository";
import { titled } from "@/lib/http/page-title";
import { readKiosks } from "@/lib/services/kiosks/change-kiosks";

export const generateMetadata = titled(text("Screens"));

export default async function Page() {
  const user = await requireUser();
  if (!isAllowed(user, "space:write")) return <AdminsOnly />;
  const [{ items }, floors] = await Promise.all([readKiosks(user), listFloors(user.sites)]);
  const { name, email, role } = user;
  const choices = floors.map(({ id, name: floor, site }) => ({ id, name: floor, site }));
  return <KiosksScreen initial={items} floors={choices} now={new Date().toISOString()} user={{ name, email, role }} />;
}
