import { useCallback, useRef } from "react";

/** Puts the cursor where a comment is written, also when that comes on screen only then. */
export function useCommentFocus() {
  const field = useRef<HTMLTextAreaElement | null>(null);
  const isWanted = useRef(false);
  const ref = useCallback((element: HTMLTextAreaElement | null) => {
    field.current = element;
    if (!element || !isWanted.current) return;
    isWanted.current = false;
    element.focus();
  }, []);
  /** `isThere`: the field on screen is the right one. */
  const focus = useCallback((isThere: boolean) => {
    if (isThere && field.current) field.current.focus();
    else isWanted.current = true;
  }, []);
  return { ref, focus };
}
