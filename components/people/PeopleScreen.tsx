"use client";

import { Button, TextInput } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { IconSearch, IconUserPlus } from "@tabler/icons-react";
import { parseAsString, useQueryStates } from "nuqs";
import { useState } from "react";
import { AdminFrame } from "@/components/admin/AdminFrame";
import type { FrameUser } from "@/components/frame/frame-user";
import { useText } from "@/components/text/TextProvider";
import { StaleNote } from "@/components/vendors/StaleNote";
import { useBrowserZone } from "@/lib/client/use-browser-zone";
import { useInvites } from "@/lib/client/use-invites";
import { useNow } from "@/lib/client/use-now";
import { usePeople } from "@/lib/client/use-people";
import { ROLE_WORDS } from "@/lib/core/access";
import type { InviteLink, InviteList } from "@/lib/core/invite";
import type { PeopleList } from "@/lib/core/person";
import type { SignInRules } from "@/lib/core/second-factor-rule";
import { InvitePanel } from "./InvitePanel";
import { InviteTable } from "./InviteTable";
import classes from "./People.module.css";
import { PeopleTable } from "./PeopleTable";
import { PersonPanel } from "./PersonPanel";
import { isFound } from "./people-words";
import { SignInRulesCard } from "./SignInRulesCard";

interface PeopleScreenProps {
  readonly initial: PeopleList;
  readonly invites: InviteList;
  readonly rules: SignInRules;
  /** Id of who looks. */
  readonly me: string;
  readonly user: FrameUser;
}

const VIEW = { q: parseAsString.withDefault(""), person: parseAsString };
/** What stands beside the list instead of a person. */
const INVITE = "invite";

/** Who may come in, and as what. */
export function PeopleScreen({ initial, invites, rules, me, user }: PeopleScreenProps) {
  const t = useText();
  const { data, staleSince } = usePeople(initial);
  const { data: waiting } = useInvites(invites);
  const [{ q, person: openId }, setView] = useQueryStates(VIEW);
  const [made, setMade] = useState<InviteLink | null>(null);
  const clock = { now: useNow(30_000, Date.parse(initial.now)), zone: useBrowserZone() };
  const close = () => {
    setMade(null);
    void setView({ person: null });
  };
  const showLink = (link: InviteLink | null) => {
    setMade(link);
    void setView({ person: INVITE });
  };
  useHotkeys([["Escape", close]]);

  const found = data.items.filter((person) => isFound(person, t(ROLE_WORDS[person.role]), q));
  const open = data.items.find(({ id }) => id === openId);
  const panel = open ? (
    <PersonPanel key={open.id} person={open} sites={data.sites} isOneself={open.id === me} {...clock} onClose={close} />
  ) : openId === INVITE ? (
    <InvitePanel sites={data.sites} made={made} onMade={showLink} {...clock} onClose={close} />
  ) : null;
  return (
    <AdminFrame
      user={user}
      title={t("People")}
      aside={panel}
      asideLabel={open?.name ?? t("Invite somebody")}
      onAsideClose={close}
    >
      <StaleNote since={staleSince} />
      <div className={classes.head}>
        <TextInput
          type="search"
          className={classes.search ?? ""}
          aria-label={t("Search people")}
          placeholder={t("Name, email or role")}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={q}
          onChange={(event) => void setView({ q: event.currentTarget.value || null })}
        />
        <span className={classes.count} role="status">
          {q
            ? t("{count} of {all}", { count: found.length, all: data.items.length })
            : t("{count} with an account", { count: data.items.length })}
        </span>
        <Button leftSection={<IconUserPlus size={16} aria-hidden />} onClick={() => showLink(null)}>
          {t("Invite")}
        </Button>
      </div>
      {found.length === 0 ? (
        <p className={`${classes.box} ${classes.empty}`}>{t("Nobody is called “{q}”.", { q })}</p>
      ) : (
        <PeopleTable
          people={found}
          sites={data.sites}
          openId={openId}
          onOpen={(person) => void setView({ person })}
          {...clock}
        />
      )}
      <InviteTable invites={waiting.items} sites={data.sites} {...clock} onMade={showLink} />
      <SignInRulesCard initial={rules} people={data.items} />
    </AdminFrame>
  );
}
