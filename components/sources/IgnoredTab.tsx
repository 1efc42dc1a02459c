import { Button } from "@mantine/core";
import { tellFailure, tellWithUndo } from "@/components/frame/tell";
import type { Mapper } from "@/lib/client/use-mapping";
import { useSourceList } from "@/lib/client/use-sources";
import type { Touch } from "@/lib/client/use-touches";
import type { Source } from "@/lib/core/source";
import { stayClock } from "./moment-words";
import classes from "./SourceList.module.css";
import { kindWords, lastValueWords, sourceTitle } from "./source-row-words";
import type { SourcesView } from "./use-sources-view";

interface IgnoredTabProps {
  readonly mapper: Mapper;
  readonly view: SourcesView;
  readonly now: number;
  readonly touched: Touch | null;
}

/** What nobody wants to be asked about. */
export function IgnoredTab({ mapper, view, now, touched }: IgnoredTabProps) {
  const list = useSourceList("ignored", "");
  const items = list.data?.pages.flatMap((page) => page.items) ?? null;
  const restore = async (source: Source) => {
    try {
      await mapper.ignore(source.id, false);
      tellWithUndo(`${sourceTitle(source)} waits again.`, () => mapper.ignore(source.id, true));
    } catch (error) {
      tellFailure(error);
    }
  };
  if (list.isError && items === null) return <p className={classes.empty}>The list is not answering. Trying again.</p>;
  if (items === null) return <p className={classes.empty}>Looking…</p>;
  if (items.length === 0) return <p className={classes.empty}>Nothing is ignored.</p>;
  return (
    <div className={classes.main}>
      <table className={classes.table} aria-label="Ignored sources">
        <thead>
          <tr>
            <th scope="col">Source</th>
            <th scope="col">Last value</th>
            <th scope="col" className={classes.wide}>
              Ignored
            </th>
            <th scope="col" aria-label="Actions" />
          </tr>
        </thead>
        <tbody>
          {items.map((source) => {
            const last = lastValueWords(source, now);
            return (
              <tr
                key={source.id}
                data-touched={source.id === touched?.sourceId || undefined}
                data-selected={source.id === view.sourceId || undefined}
                className={classes.row}
              >
                <td>
                  <b>{sourceTitle(source)}</b>
                  <span className={classes.muted}>{kindWords(source)}</span>
                </td>
                <td>
                  {last?.value ?? "no reading"}
                  <span className={classes.muted}>{last?.age ?? ""}</span>
                </td>
                <td className={classes.wide}>{source.ignoredAt ? `since ${stayClock(source.ignoredAt, now)}` : ""}</td>
                <td className={classes.end}>
                  <Button
                    size="xs"
                    variant="default"
                    disabled={mapper.isBusy}
                    aria-label={`Let ${sourceTitle(source)} wait again`}
                    onClick={() => void restore(source)}
                  >
                    Let it wait again
                  </Button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {list.hasNextPage ? (
        <div className={classes.more}>
          <Button variant="default" size="sm" onClick={() => void list.fetchNextPage()}>
            Show more
          </Button>
        </div>
      ) : null}
    </div>
  );
}
