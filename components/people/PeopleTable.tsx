import { Table } from "@mantine/core";
import { IconMinus, IconShieldCheck } from "@tabler/icons-react";
import { useText } from "@/components/text/TextProvider";
import { ROLE_WORDS } from "@/lib/core/access";
import type { PersonSummary, SiteName } from "@/lib/core/person";
import classes from "./People.module.css";
import { lastSignInWords, sitesWords } from "./people-words";

interface PeopleTableProps {
  readonly people: readonly PersonSummary[];
  readonly sites: readonly SiteName[];
  readonly openId: string | null;
  readonly onOpen: (personId: string) => void;
  /** ms, and where its clock hangs. */
  readonly now: number;
  readonly zone: string;
}

/** Everybody with what they may do, and how they come in. A click anywhere in a row opens it; the name is its button. */
export function PeopleTable({ people, ...rows }: PeopleTableProps) {
  const t = useText();
  return (
    <div className={classes.box}>
      <Table className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("Person")}</Table.Th>
            <Table.Th className={classes.wide}>{t("Role")}</Table.Th>
            <Table.Th className={classes.wide}>{t("Sites")}</Table.Th>
            <Table.Th className={classes.wide}>{t("Second factor")}</Table.Th>
            <Table.Th className={classes.wide}>{t("Last sign-in")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {people.map((person) => (
            <Row key={person.id} person={person} {...rows} />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

type RowProps = Omit<PeopleTableProps, "people"> & { readonly person: PersonSummary };

function Row({ person, sites, openId, onOpen, now, zone }: RowProps) {
  const t = useText();
  const isOpen = person.id === openId;
  const isDisabled = person.disabledAt !== null;
  const role = t(ROLE_WORDS[person.role]);
  const where = sitesWords(person.sites, sites, t);
  return (
    <Table.Tr
      className={classes.row}
      data-open={isOpen || undefined}
      data-disabled={isDisabled || undefined}
      onClick={() => onOpen(person.id)}
    >
      <Table.Td className={classes.who}>
        <button type="button" aria-expanded={isOpen}>
          {person.name}
        </button>
        <span className={classes.quiet}>{person.email}</span>
        <span className={classes.narrow}>
          {role} · {where}
        </span>
        {isDisabled ? <span className={classes.off}>{t("Disabled")}</span> : null}
      </Table.Td>
      <Table.Td className={classes.wide}>{role}</Table.Td>
      <Table.Td className={classes.wide}>{where}</Table.Td>
      <Table.Td className={classes.wide}>
        <SecondFactor person={person} />
      </Table.Td>
      <Table.Td className={`${classes.wide} ${classes.time}`}>
        {lastSignInWords(person.lastSignInAt, now, zone, t)}
      </Table.Td>
    </Table.Tr>
  );
}

function SecondFactor({ person }: { readonly person: PersonSummary }) {
  const t = useText();
  if (person.signsInWith === "provider") return t("At the provider");
  const Icon = person.hasSecondFactor ? IconShieldCheck : IconMinus;
  return (
    <span className={classes.factor}>
      <Icon size={16} aria-hidden className={person.hasSecondFactor ? classes.ok : classes.none} />
      {person.hasSecondFactor ? t("On") : t("Off")}
    </span>
  );
}
