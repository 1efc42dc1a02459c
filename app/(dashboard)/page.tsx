import { redirect } from "next/navigation";
import { NoFloorYet } from "@/components/floor/NoFloorYet";
import { authorize } from "@/lib/auth/authorize";
import { requireUser } from "@/lib/auth/require-user";
import { listFloors } from "@/lib/db/floor-repository";

type Search = Record<string, string | string[] | undefined>;

/** What the address asks for besides, for the floor that it leads to. */
function asked(search: Search): string {
  const said = Object.entries(search).flatMap(([name, value]) =>
    [value ?? []].flat().map((one) => `${encodeURIComponent(name)}=${encodeURIComponent(one)}`),
  );
  return said.length > 0 ? `?${said.join("&")}` : "";
}

export default async function Page({ searchParams }: { searchParams: Promise<Search> }) {
  const user = await requireUser();
  authorize(user, "floor:read");
  const [first] = await listFloors(user.sites);
  if (first) redirect(`/floors/${first.id}${asked(await searchParams)}`);
  return <NoFloorYet user={{ name: user.name, email: user.email, role: user.role }} />;
}
