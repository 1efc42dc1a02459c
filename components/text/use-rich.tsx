import { Fragment, isValidElement, type ReactNode } from "react";
import { useText } from "./TextProvider";

/** Says an English text with something drawn inside it: `rich("Open {page} to see.", { page: <Link … /> })`. */
export type RichText = (english: string, values: Readonly<Record<string, ReactNode>>) => ReactNode;

const MARK = "\u0000";

/** Sentences with a link or a bold word inside, whole, so that each language puts it where it belongs. */
export function useRich(): RichText {
  const t = useText();
  return (english, values) => {
    const drawn = Object.entries(values).filter(([, value]) => isValidElement(value));
    const said = Object.entries(values).map(([name, value]) => [
      name,
      isValidElement(value) ? `${MARK}${name}${MARK}` : (value as string | number),
    ]);
    const parts = t(english, Object.fromEntries(said)).split(MARK);
    return parts.map((part, i) => {
      const node = i % 2 === 1 ? drawn.find(([name]) => name === part)?.[1] : part;
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence have no other name
      return <Fragment key={i}>{node}</Fragment>;
    });
  };
}
