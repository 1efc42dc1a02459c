import { MultiSelect, Radio, SegmentedControl, Stack } from "@mantine/core";
import { useText } from "@/components/text/TextProvider";
import { ROLE_WORDS, ROLES, type Role } from "@/lib/core/access";
import type { SiteName } from "@/lib/core/person";
import classes from "./People.module.css";
import { ROLE_MEANING } from "./people-words";

/** A role and sites while they are being chosen: the two may not fit together yet. */
export interface AccessDraft {
  readonly role: Role;
  readonly sites: readonly string[] | null;
}

interface AccessFieldsProps {
  readonly value: AccessDraft;
  readonly onChange: (next: AccessDraft) => void;
  readonly sites: readonly SiteName[];
  /** What is wrong with the sites; null while nothing is. */
  readonly error: string | null;
}

/** The sites that go along when a role is chosen: admins see all, site admins some. */
function withRole(role: Role, { sites }: AccessDraft): AccessDraft {
  if (role === "admin") return { role, sites: null };
  return { role, sites: role === "site_admin" ? (sites ?? []) : sites };
}

/** What somebody may do, and where. */
export function AccessFields({ value, onChange, sites, error }: AccessFieldsProps) {
  const t = useText();
  const { role } = value;
  return (
    <Stack gap={16}>
      <Radio.Group label={t("Role")} value={role} onChange={(next) => onChange(withRole(next as Role, value))}>
        <Stack gap={10} mt={8}>
          {ROLES.map((name) => (
            <Radio key={name} value={name} label={t(ROLE_WORDS[name])} description={t(ROLE_MEANING[name])} />
          ))}
        </Stack>
      </Radio.Group>
      {role === "admin" ? null : (
        <div>
          <p className={classes.label}>{t("Sites")}</p>
          {role === "site_admin" ? null : (
            <SegmentedControl
              fullWidth
              size="xs"
              mb={8}
              aria-label={t("Which sites")}
              value={value.sites === null ? "all" : "some"}
              onChange={(next) => onChange({ role, sites: next === "all" ? null : [] })}
              data={[
                { value: "all", label: t("Every site") },
                { value: "some", label: t("Chosen sites") },
              ]}
            />
          )}
          {value.sites === null ? null : (
            <MultiSelect
              aria-label={t("Chosen sites")}
              placeholder={value.sites.length === 0 ? t("Choose sites") : ""}
              data={sites.map(({ id, name }) => ({ value: id, label: name }))}
              value={[...value.sites]}
              onChange={(next) => onChange({ role, sites: next })}
              error={error}
              nothingFoundMessage={t("No such site")}
              searchable
              hidePickedOptions
            />
          )}
        </div>
      )}
    </Stack>
  );
}
