import { ActionIcon, Button, Group } from "@mantine/core";
import { IconDots, IconMapPin } from "@tabler/icons-react";
import Link from "next/link";
import type { AlertList as AlertListData } from "@/lib/client/use-alerts";
import type { Alert } from "@/lib/core/alert";
import type { AlertCounts } from "@/lib/core/alert-counts";
import { MainAction } from "./AlertActions";
import { AlertList, AlertListLoading } from "./AlertList";
import { AlertsBar } from "./AlertsBar";
import classes from "./AlertsScreen.module.css";
import type { AlertRow } from "./alert-rows";
import { isNarrowed } from "./alert-views";
import type { Says } from "./alert-words";
import { InboxEmpty, InboxFailed, KeysLine, SuppressedNote } from "./InboxNotes";
import { planLink } from "./plan-link";
import { SelectionBar } from "./SelectionBar";
import { SnoozeMenu } from "./SnoozeMenu";
import type { AlertsView } from "./use-alerts-view";
import type { Picking } from "./use-picking";
import type { Triage } from "./use-triage";
import { viewEntries } from "./ViewsNav";

interface InboxColumnProps {
  readonly view: AlertsView;
  readonly list: AlertListData;
  readonly rows: readonly AlertRow[];
  readonly counts: AlertCounts | null;
  readonly newSince: string | null;
  readonly activeId: string | null;
  readonly picked: readonly Alert[];
  readonly picking: Picking;
  readonly triage: Triage;
  readonly says: Says;
  readonly isPhone: boolean;
  readonly onActivate: (id: string) => void;
  readonly onStart: (id: string) => void;
  readonly onOpen: (id: string) => void;
  readonly onExpand: (id: string, isOpen: boolean) => void;
  /** What happened since stands beside the list where there is room. */
  readonly isBeside: boolean;
  readonly onHandover: () => void;
  readonly onFilters: () => void;
}

/** The list with what stands above and below it. */
export function InboxColumn(props: InboxColumnProps) {
  const { view, list, rows, counts, activeId, picked, picking, triage, says, isPhone } = props;
  return (
    <section className={classes.inbox} aria-label={says.t("Inbox")}>
      <ViewPills {...props} />
      {picked.length > 0 ? (
        <SelectionBar alerts={picked} triage={triage} says={says} onClear={picking.clear} />
      ) : (
        <AlertsBar
          view={view}
          facets={list.facets}
          says={says}
          onHandover={props.onHandover}
          onFilters={props.onFilters}
          isBeside={props.isBeside}
          csvUrl={list.csvUrl}
        />
      )}
      {view.choice.view === "suppressed" ? null : (
        <SuppressedNote counts={counts} says={says} onShow={() => view.choose({ view: "suppressed" })} />
      )}
      {list.alerts === null && !list.failed ? <AlertListLoading /> : null}
      {list.failed ? <InboxFailed message={list.failed.message} says={says} onRetry={list.failed.retry} /> : null}
      {list.alerts?.length === 0 ? (
        <InboxEmpty
          isNarrowed={isNarrowed(view.choice)}
          isMain={view.choice.view === "needs"}
          counts={counts}
          says={says}
          onClear={view.clear}
        />
      ) : null}
      {rows.length > 0 ? (
        <AlertList
          rows={rows}
          total={list.total + rows.filter(({ level }) => level === 2).length}
          activeId={activeId}
          picking={picking}
          says={says}
          isOutdated={list.isOutdated}
          onActivate={props.onActivate}
          onStart={props.onStart}
          onExpand={props.onExpand}
          more={list.more}
          actions={isPhone ? <RowActions {...props} /> : null}
        />
      ) : null}
      <KeysLine mayAct={triage.mayAct} says={says} />
    </section>
  );
}

/** The views where there is no room for a column, on phones. */
function ViewPills({ view, counts, newSince, says }: InboxColumnProps) {
  return (
    <nav className={classes.pills} aria-label={says.t("Views")}>
      {viewEntries({ counts, newSince, says })
        .filter(({ name, count }) => name !== "suppressed" || count)
        .map(({ name, word, count }) => (
          <button
            key={name}
            type="button"
            aria-current={view.choice.view === name || undefined}
            onClick={() => view.choose({ view: name })}
          >
            {word} {count}
          </button>
        ))}
    </nav>
  );
}

/** On a phone, what can be done stands below the open row. */
function RowActions({ rows, activeId, picked, triage, says, onOpen }: InboxColumnProps) {
  const { t } = says;
  const alert = rows.find((row) => row.alert.id === activeId)?.alert;
  if (!alert) return null;
  const plan = planLink(alert);
  return (
    // biome-ignore lint/a11y/useSemanticElements: the last cell of a row that is no table's
    // biome-ignore lint/a11y/useFocusableInteractive: the buttons inside have the focus
    // biome-ignore lint/a11y/useKeyWithClickEvents: and their own keys; a tap on one is none on the row around it
    <div role="gridcell" className={classes.rowActions} onClick={(event) => event.stopPropagation()}>
      <Group grow gap={8} preventGrowOverflow={false}>
        {triage.mayAct ? <MainAction alert={alert} triage={triage} /> : null}
        {triage.mayAct && alert.status !== "resolved" ? (
          <SnoozeMenu alerts={[alert]} triage={triage} isKeyed={picked.length === 0} />
        ) : null}
        {plan ? (
          <Button
            component={Link}
            href={plan}
            variant="default"
            size="sm"
            leftSection={<IconMapPin size={16} stroke={1.75} aria-hidden />}
          >
            {t("Plan")}
          </Button>
        ) : null}
      </Group>
      <ActionIcon variant="default" size={44} aria-label={t("Everything about it")} onClick={() => onOpen(alert.id)}>
        <IconDots size={18} stroke={1.75} />
      </ActionIcon>
    </div>
  );
}
