import "server-only";
import type { Metadata } from "next";
import { isAllowed } from "@/lib/auth/authorize";
import { personLooking } from "@/lib/auth/require-user";
import type { Action } from "@/lib/core/access";
import { readPlaceNames } from "@/lib/db/place-names";
import { readerText } from "./reader";

/** `export const generateMetadata = titled(text("Devices"))`: a page's title in the reader's language. */
export const titled = (title: string) => async (): Promise<Metadata> => ({ title: (await readerText())(title) });

/** "Floor 2 · Head office" for who may do this there; for others it is a page that does not exist. */
export async function placeTitle(spaceId: string, action: Action): Promise<string> {
  const [t, looking, names] = await Promise.all([readerText(), personLooking(), readPlaceNames(spaceId)]);
  if (!looking || !names || !isAllowed(looking, action, { siteId: names.siteId })) return t("There is nothing here");
  return [names.name, names.site === names.name ? "" : names.site].filter(Boolean).join(" · ");
}
