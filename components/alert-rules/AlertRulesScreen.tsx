"use client";

import { Button, Skeleton } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { parseAsString, useQueryState } from "nuqs";
import { AdminFrame } from "@/components/admin/AdminFrame";
import type { FrameUser } from "@/components/frame/frame-user";
import { tell, tellFailure, tellWithUndo } from "@/components/frame/tell";
import { useText } from "@/components/text/TextProvider";
import { useAlertRules } from "@/lib/client/use-alert-rules";
import { usePlaces } from "@/lib/client/use-places";
import { type AlertRule, RuleDraft, ruleName } from "@/lib/core/alert-rule";
import classes from "./AlertRules.module.css";
import type { RuleValues } from "./RuleForm";
import { RulePanel } from "./RulePanel";
import { RuleRow } from "./RuleRow";
import { newRule } from "./rule-words";

/** What stands beside the list instead of a rule that is there. */
const NEW = "new";

/** What opens alerts: the rules that came with the product, and people's own. */
export function AlertRulesScreen({ user }: { readonly user: FrameUser }) {
  const t = useText();
  const { list, add, change, remove } = useAlertRules();
  const places = usePlaces();
  const [openId, setOpenId] = useQueryState("rule", parseAsString);
  const close = () => void setOpenId(null);
  useHotkeys([["Escape", close]]);

  const rules = list.data?.items ?? null;
  const open = rules?.find(({ id }) => id === openId) ?? null;
  const placeName = (id: string) => places?.byId.get(id)?.name ?? null;

  const problemOf = (error: unknown) =>
    error instanceof Error ? t(error.message) : t("That did not work. Try again.");
  const create = async (values: RuleValues): Promise<string | null> => {
    try {
      const made = await add(RuleDraft.parse(values));
      void setOpenId(made.id);
      tellWithUndo(t("The rule “{name}” counts from now on.", { name: made.name }), async () => {
        await remove(made.id);
        close();
      });
      return null;
    } catch (error) {
      return problemOf(error);
    }
  };
  const update = async (rule: AlertRule, values: RuleValues): Promise<string | null> => {
    try {
      const after = await change({ id: rule.id, version: rule.version, ...fieldsOf(values) });
      tellWithUndo(t("Saved."), () => change({ id: rule.id, version: after.version, ...fieldsOf(rule) }));
      return null;
    } catch (error) {
      return problemOf(error);
    }
  };
  const toggle = async (rule: AlertRule) => {
    try {
      const after = await change({ id: rule.id, version: rule.version, isEnabled: !rule.isEnabled });
      const words = after.isEnabled
        ? t("“{name}” is on.", { name: ruleName(rule.name, t) })
        : t("“{name}” is off.", { name: ruleName(rule.name, t) });
      tellWithUndo(words, () => change({ id: rule.id, version: after.version, isEnabled: rule.isEnabled }));
    } catch (error) {
      tellFailure(error);
    }
  };
  const forget = async (rule: AlertRule) => {
    try {
      await remove(rule.id);
      close();
      const draft = RuleDraft.safeParse(fieldsOf(rule));
      const words = t("The rule “{name}” is removed.", { name: ruleName(rule.name, t) });
      if (draft.success) tellWithUndo(words, () => add(draft.data));
      else tell(words);
    } catch (error) {
      tellFailure(error);
    }
  };
  const groups = [
    { head: t("Your own"), items: rules?.filter(({ template }) => template === null) ?? [] },
    { head: t("Came with the product"), items: rules?.filter(({ template }) => template !== null) ?? [] },
  ];
  const panel = open ? (
    <RulePanel
      key={`${open.id} ${open.version}`}
      title={ruleName(open.name, t)}
      initial={open}
      places={places}
      word={t("Save")}
      onSave={(values) => update(open, values)}
      onRemove={open.template === null ? () => void forget(open) : null}
      onClose={close}
    />
  ) : openId === NEW ? (
    <RulePanel
      key={NEW}
      title={t("New rule")}
      initial={newRule(t)}
      places={places}
      word={t("Make the rule")}
      onSave={create}
      onRemove={null}
      onClose={close}
    />
  ) : null;
  return (
    <AdminFrame
      user={user}
      trail={[{ label: t("Alerts"), href: "/alerts" }]}
      title={t("Alert rules")}
      aside={panel}
      asideLabel={open ? ruleName(open.name, t) : t("New rule")}
      onAsideClose={close}
    >
      <div className={classes.head}>
        <p className={classes.lead}>
          {t("What opens an alert, how grave it is, and when it is over. A rule can be tried on the last days first.")}
        </p>
        <Button onClick={() => void setOpenId(NEW)}>{t("New rule")}</Button>
      </div>
      {list.error && !rules ? (
        <div className={classes.empty} role="alert">
          <p>{t("The rules could not be loaded. {message}", { message: t(list.error.message) })}</p>
          <Button variant="default" onClick={() => void list.refetch()}>
            {t("Try again")}
          </Button>
        </div>
      ) : null}
      {rules === null && !list.error ? (
        <Skeleton height={240} role="status" aria-label={t("Loading the rules")} />
      ) : null}
      {groups.map(({ head, items }) =>
        items.length === 0 ? null : (
          <section key={head} className={classes.group} aria-label={head}>
            <h2>{head}</h2>
            <ul>
              {items.map((rule) => (
                <RuleRow
                  key={rule.id}
                  rule={rule}
                  isOpen={rule.id === openId}
                  placeName={placeName}
                  onOpen={() => void setOpenId(rule.id)}
                  onToggle={() => void toggle(rule)}
                />
              ))}
            </ul>
          </section>
        ),
      )}
    </AdminFrame>
  );
}

/** What people may change of a rule. */
function fieldsOf({ name, isEnabled, severity, forMinutes, schedule, scope, measure }: RuleValues) {
  return { name, isEnabled, severity, forMinutes, schedule, scope, ...(measure && { measure }) };
}
