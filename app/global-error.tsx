"use client";

import { useEffect, useState } from "react";
import { GLOBAL_ERROR_ENGLISH } from "@/components/frame/global-error-english";

/** The values of tokens.css: what failed may be the styles, too. */
const STYLE = `
:root { color-scheme: light dark }
body { display: flex; flex-direction: column; justify-content: center; box-sizing: border-box; max-width: 460px;
  min-height: 100dvh; margin: 0 auto; padding: 20px 20px 12dvh; font: 14px/22px "Inter Variable", system-ui, sans-serif;
  color: light-dark(#14181f, #eef1f5); background: light-dark(#f5f6f8, #0d1014) }
svg { width: 40px; margin-bottom: 20px; fill: light-dark(#1b212b, #eef1f5) }
path { fill: none; stroke: light-dark(#fff, #14181f); stroke-width: 2; stroke-linecap: round; stroke-linejoin: round }
h1 { margin: 0 0 8px; font-size: 20px; font-weight: 600; line-height: 28px; letter-spacing: -0.01em }
p { margin: 0 0 20px; color: light-dark(#5c6573, #98a2b1) }
button { align-self: flex-start; min-height: 44px; padding: 0 20px; font: inherit; font-weight: 600;
  color: light-dark(#fff, #14181f); background: light-dark(#1b212b, #eef1f5); border: 0; border-radius: 8px; cursor: pointer }
button:focus-visible { outline: 2px solid light-dark(#4650cf, #9aa3ff); outline-offset: 2px }`;

/** Only when the layout itself failed: plain, with nothing that could fail again. Other languages are fetched only now. */
export default function GlobalError({ reset }: { error: Error; reset: () => void }) {
  const [{ lang, title, said, again }, say] = useState(GLOBAL_ERROR_ENGLISH);
  useEffect(() => {
    import("@/components/frame/global-error-words")
      .then(({ globalErrorWords }) => say(globalErrorWords()))
      .catch(() => undefined);
  }, []);
  return (
    <html lang={lang}>
      <body>
        <title>{title}</title>
        <style>{STYLE}</style>
        <svg viewBox="0 0 32 32" aria-hidden="true">
          <rect width="32" height="32" rx="9" />
          <path d="M8 8h16v16H8zM8 15h7M15 8v3M15 15v9M20 19h.01" />
        </svg>
        <h1>{title}</h1>
        <p>{said}</p>
        <button type="button" onClick={reset}>
          {again}
        </button>
      </body>
    </html>
  );
}
