import { type CSSProperties, useEffect, useState } from "react";

const STEP_MS = 60_000;
/** Around a square of two pixels: unseen by people, and no pixel shows the same edge for years. */
const STEPS = [
  [0, 0],
  [2, 0],
  [2, 2],
  [0, 2],
] as const;

/** Moves the picture by a pixel or two each minute, against burning in. */
export function useDrift(): CSSProperties {
  const [step, setStep] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setStep((now) => (now + 1) % STEPS.length), STEP_MS);
    return () => clearInterval(timer);
  }, []);
  const [x, y] = STEPS[step] ?? STEPS[0];
  return { transform: `translate(${x}px, ${y}px)` };
}
