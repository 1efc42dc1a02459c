import { useRouter } from "next/navigation";
import { keepPreference } from "@/lib/client/keep-preference";
import type { Preferences } from "@/lib/core/preferences";

/** Keeps a choice in this browser and shows the page anew with it. */
export function useKeepPreference(): (name: keyof Preferences, value: string) => void {
  const router = useRouter();
  return (name, value) => {
    keepPreference(name, value);
    router.refresh();
  };
}
