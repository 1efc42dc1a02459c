import { Badge, Button, Table, VisuallyHidden } from "@mantine/core";
import { useText } from "@/components/text/TextProvider";
import type { ApiToken } from "@/lib/core/api-token";
import classes from "./Tokens.module.css";
import { day } from "./token-words";

interface TokenListProps {
  readonly tokens: readonly ApiToken[];
  readonly now: number;
  /** Id of the token that is being revoked. */
  readonly busy: string | null;
  readonly onRevoke: (token: ApiToken) => void;
}

/** Every token with what it may do, how long it is good and when it was last used. */
export function TokenList({ tokens, now, busy, onRevoke }: TokenListProps) {
  const t = useText();
  return (
    <Table.ScrollContainer minWidth={720} className={classes.box}>
      <Table className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("Token")}</Table.Th>
            <Table.Th>{t("May")}</Table.Th>
            <Table.Th>{t("Owner")}</Table.Th>
            <Table.Th>{t("Last used")}</Table.Th>
            <Table.Th>{t("Ends")}</Table.Th>
            <Table.Th>
              <VisuallyHidden>{t("What can be done")}</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {tokens.map((token) => (
            <Table.Tr key={token.id} data-over={isOver(token, now) || undefined}>
              <Table.Td>
                <span className={classes.name}>{token.name}</span>
                <code className={classes.quiet}>{token.prefix}…</code>
              </Table.Td>
              <Table.Td className={classes.may}>{token.scopes.join(", ")}</Table.Td>
              <Table.Td>{token.owner.name}</Table.Td>
              <Table.Td className={classes.time}>
                {token.lastUsedAt === null ? t("Never") : day(token.lastUsedAt, t)}
              </Table.Td>
              <Table.Td className={classes.time}>
                {token.revokedAt === null ? (
                  day(token.expiresAt, t)
                ) : (
                  <Badge color="gray" variant="light">
                    {t("Revoked {day}", { day: day(token.revokedAt, t) })}
                  </Badge>
                )}
              </Table.Td>
              <Table.Td className={classes.last}>
                {isOver(token, now) ? null : (
                  <Button
                    variant="subtle"
                    color="red"
                    size="compact-sm"
                    loading={busy === token.id}
                    onClick={() => onRevoke(token)}
                    aria-label={t("Revoke {name}", { name: token.name })}
                  >
                    {t("Revoke")}
                  </Button>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

const isOver = ({ revokedAt, expiresAt }: ApiToken, now: number) => revokedAt !== null || Date.parse(expiresAt) <= now;
