import { useRouter } from "next/navigation";
import { useOptimistic, useTransition } from "react";
import { keepPreference } from "@/lib/client/keep-preference";
import type { Preferences } from "@/lib/core/preferences";
import { usePreferences } from "./TextProvider";

/** A choice of this browser and the way to make it; it shows at once, the page around it follows. */
export function usePreference<Name extends keyof Preferences>(
  name: Name,
): readonly [Preferences[Name], (value: Preferences[Name]) => void] {
  const router = useRouter();
  const kept = usePreferences()[name];
  const [shown, show] = useOptimistic(kept);
  const [, start] = useTransition();
  const choose = (value: Preferences[Name]) => {
    keepPreference(name, value);
    start(() => {
      show(value);
      router.refresh();
    });
  };
  return [shown, choose];
}
