"use client";

import { useEffect, useState } from "react";
import { GLOBAL_ERROR_ENGLISH } from "@/components/frame/global-error-english";

/** Only when the layout itself failed: plain, with nothing that could fail again. Other languages are fetched only now. */
export default function GlobalError({ reset }: { error: Error; reset: () => void }) {
  const [{ lang, title, said, again }, say] = useState(GLOBAL_ERROR_ENGLISH);
  useEffect(() => {
    import("@/components/frame/global-error-words")
      .then(({ globalErrorWords }) => say(globalErrorWords()))
      .catch(() => undefined);
  }, []);
  return (
    <html lang={lang} style={{ colorScheme: "light dark" }}>
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
