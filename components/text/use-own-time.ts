import { useBrowserZone } from "@/lib/client/use-browser-zone";
import { ownTime } from "@/lib/core/own-time";
import { useText } from "./TextProvider";

/** What the title of a site's time says: the same moment (ms) on the reader's clock; undefined where it is the same. */
export function useOwnTime(timeZone: string): (at: number | null) => string | undefined {
  const t = useText();
  const own = useBrowserZone();
  return (at) => (at === null ? undefined : ownTime(at, timeZone, own, t));
}
