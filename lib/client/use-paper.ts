import { useEffect } from "react";

const SCHEME = "data-mantine-color-scheme";

/** Paper is white: while the page is printed it has the colours of daylight. */
export function usePaper(): void {
  useEffect(() => {
    const root = document.documentElement;
    let before = root.getAttribute(SCHEME);
    const begin = () => {
      before = root.getAttribute(SCHEME);
      root.setAttribute(SCHEME, "light");
    };
    const end = () => before !== null && root.setAttribute(SCHEME, before);
    window.addEventListener("beforeprint", begin);
    window.addEventListener("afterprint", end);
    return () => {
      window.removeEventListener("beforeprint", begin);
      window.removeEventListener("afterprint", end);
    };
  }, []);
}
