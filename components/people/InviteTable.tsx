import { Button, Table } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { FormError } from "@/components/auth/FormError";
import { useText } from "@/components/text/TextProvider";
import { useMakeInvite, useRevokeInvite } from "@/lib/client/use-invites";
import { ROLE_WORDS } from "@/lib/core/access";
import type { InviteLink, InviteSummary } from "@/lib/core/invite";
import type { SiteName } from "@/lib/core/person";
import classes from "./People.module.css";
import { momentWords, sitesWords } from "./people-words";

interface InviteTableProps {
  readonly invites: readonly InviteSummary[];
  readonly sites: readonly SiteName[];
  readonly now: number;
  readonly zone: string;
  readonly onMade: (made: InviteLink) => void;
}

/** Invitations that nobody has accepted yet, with the ways to renew and to take back. */
export function InviteTable({ invites, sites, now, zone, onMade }: InviteTableProps) {
  const t = useText();
  const make = useMakeInvite();
  const revoke = useRevokeInvite();
  if (invites.length === 0) return null;
  const busyId = revoke.isPending ? revoke.variables : null;
  return (
    <section aria-labelledby="invitations">
      <h2 id="invitations" className={classes.heading}>
        {t("Invitations")}
      </h2>
      <FormError message={(make.error ?? revoke.error)?.message ?? null} />
      <div className={classes.box}>
        <Table className={classes.table}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("Person")}</Table.Th>
              <Table.Th className={classes.wide}>{t("Role")}</Table.Th>
              <Table.Th className={classes.wide}>{t("Sites")}</Table.Th>
              <Table.Th className={classes.wide}>{t("Good until")}</Table.Th>
              <Table.Th aria-label={t("What can be done")} />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {invites.map((invite) => (
              <Row
                key={invite.id}
                invite={invite}
                where={sitesWords(invite.sites, sites, t)}
                until={Date.parse(invite.expiresAt) <= now ? t("Over") : momentWords(invite.expiresAt, now, zone, t)}
                isBusy={busyId === invite.id}
                onRenew={() => make.mutate({ renew: invite.id }, { onSuccess: onMade })}
                onRevoke={() =>
                  revoke.mutate(invite.id, {
                    onSuccess: () =>
                      notifications.show({ message: t("The link of {email} is dead.", { email: invite.email }) }),
                  })
                }
              />
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </section>
  );
}

interface RowProps {
  readonly invite: InviteSummary;
  readonly where: string;
  readonly until: string;
  readonly isBusy: boolean;
  readonly onRenew: () => void;
  readonly onRevoke: () => void;
}

function Row({ invite, where, until, isBusy, onRenew, onRevoke }: RowProps) {
  const t = useText();
  const role = t(ROLE_WORDS[invite.role]);
  return (
    <Table.Tr>
      <Table.Td className={classes.who}>
        <span className={classes.name}>{invite.email}</span>
        <span className={classes.quiet}>{invite.invitedBy ? t("by {by}", { by: invite.invitedBy }) : ""}</span>
        <span className={classes.narrow}>
          {role} · {where} · {until}
        </span>
      </Table.Td>
      <Table.Td className={classes.wide}>{role}</Table.Td>
      <Table.Td className={classes.wide}>{where}</Table.Td>
      <Table.Td className={`${classes.wide} ${classes.time}`}>{until}</Table.Td>
      <Table.Td>
        <div className={classes.acts}>
          <Button
            variant="default"
            size="compact-sm"
            onClick={onRenew}
            aria-label={t("New link for {email}", { email: invite.email })}
          >
            {t("New link")}
          </Button>
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            loading={isBusy}
            onClick={onRevoke}
            aria-label={t("Take back the invitation of {email}", { email: invite.email })}
          >
            {t("Take back")}
          </Button>
        </div>
      </Table.Td>
    </Table.Tr>
  );
}
