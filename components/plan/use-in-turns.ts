import { useEffect, useRef, useState } from "react";

/**
 * The newest of each part, one part a picture: what changes all over something large is drawn in pieces, so that no
 * picture waits for all of it. A single part is never late.
 */
export function useInTurns<T>(newest: readonly T[]): readonly T[] {
  const [shown, setShown] = useState(newest);
  const turns = useRef({ newest, next: 0, left: 0, frame: 0 });
  const count = newest.length;

  useEffect(() => {
    const { current } = turns;
    if (current.newest === newest) return; // as it was shown first
    current.newest = newest;
    current.left = newest.length;
    if (current.frame !== 0 || newest.length < 2) return;
    const take = () => {
      const at = current.next % current.newest.length;
      current.next = at + 1;
      current.left--;
      setShown((old) =>
        old.length === current.newest.length ? old.with(at, current.newest[at] as T) : current.newest,
      );
      current.frame = current.left > 0 ? requestAnimationFrame(take) : 0;
    };
    current.frame = requestAnimationFrame(take);
  }, [newest]);
  useEffect(() => () => cancelAnimationFrame(turns.current.frame), []);

  return count < 2 || shown.length !== count ? newest : shown;
}
