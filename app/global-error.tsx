"use client";

import { useSyncExternalStore } from "react";
import { GLOBAL_ERROR_WORDS, languageHere } from "@/components/frame/global-error-words";

/** A language does not change while this stands. */
const never = () => () => undefined;

/** Only when the layout itself failed: plain, with nothing that could fail again. */
export default function GlobalError({ reset }: { error: Error; reset: () => void }) {
  const language = useSyncExternalStore(never, languageHere, () => "en" as const);
  const { title, said, again } = GLOBAL_ERROR_WORDS[language];
  return (
    <html lang={language} style={{ colorScheme: "light dark" }}>
      <body style={{ fontFamily: "system-ui, sans-serif", maxWidth: 460, margin: "96px auto", padding: "0 20px" }}>
        <title>{title}</title>
        <h1 style={{ fontSize: 20 }}>{title}</h1>
        <p>{said}</p>
        <button type="button" onClick={reset}>
          {again}
        </button>
      </body>
    </html>
  );
}
