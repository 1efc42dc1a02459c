"use client";

import { useEffect } from "react";
import { useLocale, useText } from "@/components/text/TextProvider";
import { keepOfflineWorker } from "@/lib/client/offline-worker";
import "@/lib/client/use-install"; // hears the browser's offer wherever it comes

/** Lets the browser say without a server that it is without one. For people who signed in, and for paired screens. */
export function OfflineWorker() {
  const t = useText();
  const lang = useLocale();
  useEffect(
    () =>
      keepOfflineWorker({
        lang,
        title: t("No connection"),
        since: t("Not live since {time}", { time: "{time}" }),
        said: t(
          "The server cannot be reached. Nothing is shown, because none of it would be live. This page comes back by itself.",
        ),
        again: t("Try again"),
      }),
    [t, lang],
  );
  return null;
}
