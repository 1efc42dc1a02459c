import { Button, Select, Skeleton } from "@mantine/core";
import { useState } from "react";
import { tell, tellFailure, tellWithUndo } from "@/components/frame/tell";
import { useText } from "@/components/text/TextProvider";
import { useEscalation } from "@/lib/client/use-escalation";
import type { EscalationPolicy, EscalationStep } from "@/lib/core/notifications/escalation";
import classes from "./Notifications.module.css";
import { PolicyCard } from "./PolicyCard";

/** Who is told of alerts, step by step, in general and where a site has its own steps. */
export function EscalationTab({ mayConfigure }: { readonly mayConfigure: boolean }) {
  const t = useText();
  const { list, put, reset } = useEscalation();
  /** A site that is about to get steps of its own. */
  const [addedId, setAddedId] = useState<string | null>(null);
  if (!list.data)
    return list.error ? (
      <div className={classes.empty} role="alert">
        <p>{t("The steps could not be loaded. {message}", { message: t(list.error.message) })}</p>
        <Button variant="default" onClick={() => void list.refetch()}>
          {t("Try again")}
        </Button>
      </div>
    ) : (
      <Skeleton height={200} mt={16} role="status" aria-label={t("Loading the steps")} />
    );
  const { items, sites } = list.data;
  const general = items.find(({ site }) => site === null);
  const added = sites.find(({ id }) => id === addedId && !items.some(({ site }) => site?.id === id));
  const free = sites.filter(({ id }) => id !== addedId && !items.some(({ site }) => site?.id === id));
  const save = async ({ site, version, steps: before }: EscalationPolicy, steps: readonly EscalationStep[]) => {
    const siteId = site?.id ?? null;
    const after = await put({ siteId, change: { version, steps: [...steps] } });
    const saved = after.items.find((one) => (one.site?.id ?? null) === siteId);
    if (site?.id === addedId) setAddedId(null);
    tellWithUndo(t("Saved. It counts for alerts from now on."), () =>
      version === 0 ? reset(siteId) : put({ siteId, change: { version: saved?.version ?? version, steps: before } }),
    );
  };
  const goBack = async (siteId: string) => {
    try {
      await reset(siteId);
      tell(t("The general steps count there again."));
    } catch (error) {
      tellFailure(error);
    }
  };
  const fresh: EscalationPolicy[] = added
    ? [{ site: added, steps: general?.steps ?? [], version: 0, changedAt: null, changedBy: null }]
    : [];
  return (
    <>
      <div className={classes.head}>
        <p className={classes.lead}>
          {t(
            "A step is taken when nobody has acknowledged, snoozed or resolved the alert until then. Many devices with one cause are told once, and once when all are back.",
          )}
        </p>
        {free.length > 0 ? (
          <Select
            aria-label={t("Give a site steps of its own")}
            placeholder={t("Own steps for a site")}
            data={free.map(({ id, name }) => ({ value: id, label: name }))}
            value={null}
            onChange={setAddedId}
          />
        ) : null}
      </div>
      {[...items, ...fresh].map((policy) => (
        <PolicyCard
          key={`${policy.site?.id ?? "general"} ${policy.version}`}
          policy={policy}
          list={list.data}
          isOpen={policy.site !== null || mayConfigure}
          isNew={policy.site !== null && policy.version === 0}
          onSave={(steps) => save(policy, steps)}
          onReset={
            policy.site === null
              ? null
              : () => (policy.version === 0 ? setAddedId(null) : void goBack(policy.site?.id ?? ""))
          }
        />
      ))}
    </>
  );
}
