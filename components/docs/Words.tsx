import { Fragment } from "react";

/** Text in which `backticks` mark what is typed as it stands. */
export function Words({ text }: { text: string }) {
  const runs = text.split("`").map((run, start) => ({ run, start }));
  return runs.map(({ run, start }) =>
    start % 2 ? <code key={start}>{run}</code> : <Fragment key={start}>{run}</Fragment>,
  );
}
