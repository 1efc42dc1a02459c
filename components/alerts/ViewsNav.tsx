import { ActionIcon } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { tellFailure, tellWithUndo } from "@/components/frame/tell";
import { vendorShort } from "@/components/vendors/vendor-name";
import { useSavedViews } from "@/lib/client/use-inbox-extras";
import { ALERT_SEVERITIES, type AlertFacets } from "@/lib/core/alert";
import type { AlertCounts } from "@/lib/core/alert-counts";
import type { VendorId } from "@/lib/core/observation";
import { KIND_GROUP_NAMES, KIND_GROUPS, kindWord, type ViewName } from "./alert-views";
import { clockWords, type Says, severityWord } from "./alert-words";
import { SeveritySign } from "./SeveritySign";
import type { AlertsView } from "./use-alerts-view";
import classes from "./ViewsNav.module.css";

interface ViewsNavProps {
  readonly view: AlertsView;
  readonly counts: AlertCounts | null;
  readonly facets: AlertFacets | null;
  /** Since when alerts are new to who looks, ISO 8601; null when nothing is known. */
  readonly newSince: string | null;
  readonly says: Says;
  readonly mayWriteRules: boolean;
}

/** What can be looked at, with how much there is of it. */
export function ViewsNav(props: ViewsNavProps) {
  const { t } = props.says;
  return (
    <nav className={classes.nav} aria-label={t("Views")}>
      <Group name={t("Views")}>
        {viewEntries(props).map(({ name, word, count }) => (
          <Entry
            key={name}
            isCurrent={props.view.choice.view === name}
            count={count}
            onClick={() => props.view.choose({ view: name })}
          >
            {word}
          </Entry>
        ))}
      </Group>
      <SavedViews view={props.view} says={props.says} />
      <Facets {...props} />
      <p className={classes.links}>
        <Link href="/alerts/maintenance">{t("Maintenance windows")}</Link>
        {props.mayWriteRules ? <Link href="/admin/alert-rules">{t("Alert rules")}</Link> : null}
      </p>
    </nav>
  );
}

/** The views there are; those that would always be empty are left out. */
export function viewEntries({ counts, newSince, says }: Pick<ViewsNavProps, "counts" | "newSince" | "says">) {
  const { t } = says;
  const entries: { name: ViewName; word: string; count: number | null }[] = [
    { name: "needs", word: t("Needs me"), count: counts?.needs ?? null },
    { name: "mine", word: t("Mine"), count: counts?.mine ?? null },
    { name: "snoozed", word: t("Snoozed"), count: counts?.snoozed ?? null },
    { name: "resolved", word: t("Resolved today"), count: counts?.resolved ?? null },
    { name: "suppressed", word: t("Suppressed"), count: counts?.suppressed ?? null },
  ];
  if (newSince !== null) {
    const time = clockWords(newSince, "local", says);
    entries.splice(2, 0, { name: "new", word: t("New since {time}", { time }), count: counts?.new ?? null });
  }
  return entries;
}

function SavedViews({ view, says }: Pick<ViewsNavProps, "view" | "says">) {
  const { t } = says;
  const { views, save, forget } = useSavedViews();
  if (views.length === 0) return null;
  const remove = async (id: string, name: string, search: string) => {
    try {
      await forget(id);
      tellWithUndo(t("The view “{name}” is removed.", { name }), () => save({ name, search }));
    } catch (error) {
      tellFailure(error);
    }
  };
  return (
    <Group name={t("Saved views")}>
      {views.map(({ id, name, search }) => (
        <div key={id} className={classes.saved}>
          <Entry isCurrent={view.search === search} count={null} onClick={() => view.goTo(search)}>
            {name}
          </Entry>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={24}
            className={classes.forget}
            aria-label={t("Remove the view {name}", { name })}
            onClick={() => void remove(id, name, search)}
          >
            <IconX size={14} />
          </ActionIcon>
        </div>
      ))}
    </Group>
  );
}

/** What narrows the view down. */
function Facets({ view, facets, says }: Pick<ViewsNavProps, "view" | "facets" | "says">) {
  const { t } = says;
  const { choice, choose } = view;
  const countOf = (facet: AlertFacets["kind"] | undefined, values: readonly string[]) =>
    facet?.filter(({ value }) => values.includes(value)).reduce((sum, { count }) => sum + count, 0) ?? null;
  const kinds = KIND_GROUP_NAMES.map((group) => ({ group, count: countOf(facets?.kind, KIND_GROUPS[group]) }));
  const shownKinds = kinds.filter(({ group, count }) => count || choice.kind.includes(group));
  const vendors =
    facets?.vendor.filter(({ count, value }) => count > 0 || choice.vendor.includes(value as VendorId)) ?? [];
  return (
    <>
      <Group name={t("Severity")}>
        {ALERT_SEVERITIES.map((severity) => (
          <Entry
            key={severity}
            isPressed={choice.severity.includes(severity)}
            count={countOf(facets?.severity, [severity])}
            onClick={() => choose({ severity: toggled(choice.severity, severity) })}
          >
            <SeveritySign severity={severity} size={14} />
            {severityWord(severity, t)}
          </Entry>
        ))}
      </Group>
      {shownKinds.length > 0 ? (
        <Group name={t("Kind")}>
          {shownKinds.map(({ group, count }) => (
            <Entry
              key={group}
              isPressed={choice.kind.includes(group)}
              count={count}
              onClick={() => choose({ kind: toggled(choice.kind, group) })}
            >
              {kindWord(group, t)}
            </Entry>
          ))}
        </Group>
      ) : null}
      {vendors.length > 0 ? (
        <Group name={t("Vendor")}>
          {vendors.map(({ value, count }) => (
            <Entry
              key={value}
              isPressed={choice.vendor.includes(value as VendorId)}
              count={count}
              onClick={() => choose({ vendor: toggled(choice.vendor, value as VendorId) })}
            >
              {vendorShort(value)}
            </Entry>
          ))}
        </Group>
      ) : null}
    </>
  );
}

const toggled = <T,>(list: readonly T[], value: T): T[] =>
  list.includes(value) ? list.filter((one) => one !== value) : [...list, value];

function Group({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <fieldset className={classes.group}>
      <legend>{name}</legend>
      {children}
    </fieldset>
  );
}

interface EntryProps {
  /** Of views: is it the one that is shown? */
  readonly isCurrent?: boolean;
  /** Of filters: is it on? */
  readonly isPressed?: boolean;
  readonly count: number | null;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function Entry({ isCurrent, isPressed, count, onClick, children }: EntryProps) {
  return (
    <button
      type="button"
      className={classes.entry}
      aria-current={isCurrent || undefined}
      aria-pressed={isPressed}
      onClick={onClick}
    >
      <span className={classes.word}>{children}</span>
      {count === null ? null : <span className={classes.count}>{count}</span>}
    </button>
  );
}
