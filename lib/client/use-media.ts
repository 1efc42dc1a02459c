import { useSyncExternalStore } from "react";

const store = (query: string, onServer: boolean) => {
  const listTo = (tell: () => void) => {
    const list = window.matchMedia(query);
    list.addEventListener("change", tell);
    return () => list.removeEventListener("change", tell);
  };
  const read = () => window.matchMedia(query).matches;
  const readOnServer = () => onServer;
  return () => useSyncExternalStore(listTo, read, readOnServer);
};

/**
 * Whether the page is as narrow as a phone (below 768 px). The server cannot know and says no, so what would move by it
 * belongs into CSS; this is for what stands nowhere else.
 */
export const useIsPhone = store("(max-width: 767px)", false);

/** Whether there is room for a panel beside the page (1200 px); the server says yes. */
export const useIsWide = store("(min-width: 1200px)", true);
