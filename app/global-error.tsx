"use client";

/** Only when the layout itself failed: plain, with nothing that could fail again. */
export default function GlobalError({ reset }: { error: Error; reset: () => void }) {
  return (
    <html lang="en" style={{ colorScheme: "light dark" }}>
      <body style={{ fontFamily: "system-ui, sans-serif", maxWidth: 460, margin: "96px auto", padding: "0 20px" }}>
        <h1 style={{ fontSize: 20 }}>This page could not be shown</h1>
        <p>Something failed on our side. Events from the sensors are still taken in. Nothing was changed.</p>
        <button type="button" onClick={reset}>
          Try again
        </button>
      </body>
    </html>
  );
}
