import { Button } from "@mantine/core";
import { tellFailure, tellWithUndo } from "@/components/frame/tell";
import { useText } from "@/components/text/TextProvider";
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
  const t = useText();
  const list = useSourceList("ignored", "");
  const items = list.data?.pages.flatMap((page) => page.items) ?? null;
  const restore = async (source: Source) => {
    try {
      await mapper.ignore(source.id, false);
      tellWithUndo(t("{name} waits again.", { name: sourceTitle(source) }), () => mapper.ignore(source.id, true));
    } catch (error) {
      tellFailure(error);
    }
  };
  if (list.isError && items === null)
    return <p className={classes.empty}>{t("The list is not answering. Trying again.")}</p>;
  if (items === null) return <p className={classes.empty}>{t("Looking…")}</p>;
  if (items.length === 0) return <p className={classes.empty}>{t("Nothing is ignored.")}</p>;
  return (
    <div className={classes.main}>
      <table className={classes.table} aria-label={t("Ignored sources")}>
        <thead>
          <tr>
            <th scope="col">{t("Source")}</th>
            <th scope="col">{t("Last value")}</th>
            <th scope="col" className={classes.wide}>
              {t("Ignored")}
            </th>
            <th scope="col" aria-label={t("Actions")} />
          </tr>
        </thead>
        <tbody>
          {items.map((source) => {
            const last = lastValueWords(source, now, t);
            return (
              <tr
                key={source.id}
                data-touched={source.id === touched?.sourceId || undefined}
                data-selected={source.id === view.sourceId || undefined}
                className={classes.row}
              >
                <td>
                  <b>{sourceTitle(source)}</b>
                  <span className={classes.muted}>{kindWords(source, t)}</span>
                </td>
                <td>
                  {last?.value ?? t("no reading")}
                  <span className={classes.muted}>{last?.age ?? ""}</span>
                </td>
                <td className={classes.wide}>
                  {source.ignoredAt ? t("since {time}", { time: stayClock(source.ignoredAt, now, t) }) : ""}
                </td>
                <td className={classes.end}>
                  <Button
                    size="xs"
                    variant="default"
                    disabled={mapper.isBusy}
                    aria-label={t("Let {name} wait again", { name: sourceTitle(source) })}
                    onClick={() => void restore(source)}
                  >
                    {t("Let it wait again")}
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
            {t("Show more")}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
