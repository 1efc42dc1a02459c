import { KioskScreen } from "@/components/kiosk/KioskScreen";
import { text } from "@/lib/core/text";
import { titled } from "@/lib/http/page-title";

export const generateMetadata = titled(text("Screen"));

/** For screens on a wall; nobody signs in here. */
export default function Page() {
  return <KioskScreen />;
}
