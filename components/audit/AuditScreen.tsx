"use client";

import { Button, Skeleton } from "@mantine/core";
import { IconDownload, IconHistory } from "@tabler/icons-react";
import { useMemo } from "react";
import { AdminFrame } from "@/components/admin/AdminFrame";
import { FormError } from "@/components/auth/FormError";
import { isInOrder } from "@/components/filters/time-range";
import type { FrameUser } from "@/components/frame/frame-user";
import { useText } from "@/components/text/TextProvider";
import { useAudit, useExportAudit } from "@/lib/client/use-audit";
import { useBrowserZone } from "@/lib/client/use-browser-zone";
import type { AuditChoices } from "@/lib/core/audit";
import classes from "./Audit.module.css";
import { AuditFilters } from "./AuditFilters";
import { AuditList } from "./AuditList";
import { type AuditView, filterOf, isFiltered, useAuditView } from "./use-audit-view";

interface AuditScreenProps {
  readonly choices: AuditChoices;
  /** The server's clock when the page was made. */
  readonly now: string;
  readonly user: FrameUser;
}

/** Who did what, from where, before and after. */
export function AuditScreen({ choices, now, user }: AuditScreenProps) {
  const t = useText();
  const view = useAuditView();
  const filter = filterOf(view.choice, Date.parse(now));
  const save = useExportAudit();
  return (
    <AdminFrame user={user} title={t("Audit log")}>
      <div className={classes.head}>
        <p className={classes.lead}>{t("Who did what, and from where. Looking here and exporting are noted, too.")}</p>
        <Button
          variant="default"
          leftSection={<IconDownload size={16} stroke={1.75} aria-hidden />}
          loading={save.isPending}
          onClick={() => save.mutate(filter)}
        >
          {t("Export CSV")}
        </Button>
      </div>
      <FormError message={save.error?.message ?? null} />
      <AuditFilters choices={choices} view={view} />
      {isInOrder(view.choice) ? <AuditLog view={view} now={Date.parse(now)} /> : null}
    </AdminFrame>
  );
}

function AuditLog({ view, now }: { readonly view: AuditView; readonly now: number }) {
  const t = useText();
  const zone = useBrowserZone();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage, isPlaceholderData } = useAudit(
    filterOf(view.choice, now),
  );
  const items = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data]);
  const spaces = useMemo(() => Object.assign({}, ...(data?.pages.map((page) => page.spaces) ?? [])), [data]);
  if (error && !data) return <Failed message={error.message} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  if (items.length === 0) return <Nothing view={view} />;
  return (
    <div aria-busy={isPlaceholderData} data-outdated={isPlaceholderData || undefined} className={classes.log}>
      <AuditList items={items} spaces={spaces} zone={zone} now={now} />
      {hasNextPage ? (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t("Show older ones")}
        </Button>
      ) : null}
    </div>
  );
}

const Loading = () => {
  const t = useText();
  return (
    <output className={classes.loading} aria-label={t("Loading the audit log")}>
      {["a", "b", "c", "d", "e"].map((key) => (
        <Skeleton key={key} height={52} radius="md" />
      ))}
    </output>
  );
};

function Failed({ message, onRetry }: { readonly message: string; readonly onRetry: () => void }) {
  const t = useText();
  return (
    <div className={classes.empty} role="alert">
      <p>{t("The audit log could not be loaded. {message}", { message: t(message) })}</p>
      <Button variant="default" onClick={onRetry}>
        {t("Try again")}
      </Button>
    </div>
  );
}

function Nothing({ view }: { readonly view: AuditView }) {
  const t = useText();
  return (
    <div className={classes.empty}>
      <IconHistory size={28} stroke={1.5} aria-hidden />
      {isFiltered(view.choice) ? (
        <>
          <p>{t("Nothing in the log matches.")}</p>
          <Button variant="default" onClick={view.clear}>
            {t("Clear the filters")}
          </Button>
        </>
      ) : (
        <p>{t("Nothing has been done yet.")}</p>
      )}
    </div>
  );
}
