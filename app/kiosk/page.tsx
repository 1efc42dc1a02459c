import type { Metadata } from "next";
import { KioskScreen } from "@/components/kiosk/KioskScreen";

export const metadata: Metadata = { title: "Screen" };

/** For screens on a wall; nobody signs in here. */
export default function Page() {
  return <KioskScreen />;
}
