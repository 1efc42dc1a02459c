import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** The zone of whoever looks. UTC while the server draws, which cannot know it. */
export const useBrowserZone = (): string =>
  useSyncExternalStore(
    never,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => "UTC",
  );
