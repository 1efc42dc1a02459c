import classes from "./StaleNote.module.css";

/** What is shown may be out of date; read out when it appears. */
export function StaleNote({ since }: { since: number | null }) {
  return (
    <div role="alert">
      {since === null ? null : (
        <p className={classes.note}>
          The server is not answering. This page shows what was so at {new Date(since).toLocaleTimeString("en-GB")} and
          goes on trying.
        </p>
      )}
    </div>
  );
}
