import { Fragment, type ReactNode } from "react";

type Tags = Readonly<Record<string, (words: string) => ReactNode>>;

/** `<code>` within a sentence. */
export const CODE: Tags = { code: (words) => <code>{words}</code> };

/**
 * A sentence with marked words: `rich(t("Set <code>NAME</code> first."), CODE)`. The marks stay in the text that is
 * translated, so that each language puts them where they belong. Marks that are not in `tags` are shown as they are.
 */
export function rich(said: string, tags: Tags): ReactNode {
  const marked = new RegExp(`<(${Object.keys(tags).join("|")})>(.*?)</\\1>`, "gs");
  const parts: ReactNode[] = [];
  let from = 0;
  for (const match of said.matchAll(marked)) {
    const [whole, tag = "", words = ""] = match;
    parts.push(said.slice(from, match.index));
    parts.push(<Fragment key={match.index}>{tags[tag]?.(words)}</Fragment>);
    from = match.index + whole.length;
  }
  parts.push(said.slice(from));
  return parts;
}
