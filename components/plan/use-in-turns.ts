import { useEffect, useRef, useState } from "react";

/**
 * The newest of each part, one part a picture: what changes all over something large is drawn in pieces, so that no
 * picture waits for all of it. A part that is the same object takes no turn; a single part is never late.
 */
export function useInTurns<T>(newest: readonly T[]): readonly T[] {
  const [shown, setShown] = useState(newest);
  const turns = useRef({ newest, shown, next: 0, frame: 0 });

  useEffect(() => {
    const { current } = turns;
    current.newest = newest;
    if (newest.length !== current.shown.length || newest.length < 2) {
      current.shown = newest;
      setShown(newest);
    }
    const wait = () => {
      current.frame = nextTurn(current) === null ? 0 : requestAnimationFrame(take);
    };
    const take = () => {
      const at = nextTurn(current);
      if (at !== null) {
        current.next = at + 1;
        current.shown = current.shown.with(at, current.newest[at] as T);
        setShown(current.shown);
      }
      wait();
    };
    if (current.frame === 0) wait();
  }, [newest]);
  useEffect(() => {
    const { current } = turns;
    return () => {
      cancelAnimationFrame(current.frame);
      current.frame = 0;
    };
  }, []);

  return newest.length < 2 || shown.length !== newest.length ? newest : shown;
}

interface Turns<T> {
  readonly newest: readonly T[];
  readonly shown: readonly T[];
  readonly next: number;
}

/** The next part that is not shown as it is, from where the last turn was; null when all are. */
function nextTurn<T>({ newest, shown, next }: Turns<T>): number | null {
  for (let step = 0; step < newest.length; step++) {
    const at = (next + step) % newest.length;
    if (newest[at] !== shown[at]) return at;
  }
  return null;
}
