import { Button, Checkbox, Select } from "@mantine/core";
import { useMemo, useState } from "react";
import { tell, tellFailure } from "@/components/frame/tell";
import { counted } from "@/components/spaces/space-words";
import { useText } from "@/components/text/TextProvider";
import { useCreatePlaces, useMappedLocations } from "@/lib/client/use-discovery";
import { usePlaces } from "@/lib/client/use-places";
import { type Proposal, proposePlaces } from "@/lib/core/discovery";
import type { Places } from "@/lib/core/places";
import type { Source } from "@/lib/core/source";
import type { SpaceKind } from "@/lib/core/space";
import type { Text } from "@/lib/core/text";
import classes from "./DiscoverTab.module.css";
import { createWords, PARENT_KINDS } from "./discovery-words";

/** Places that the vendors' names speak of and that do not exist yet. */
export function DiscoverTab({ waiting }: { readonly waiting: readonly Source[] }) {
  const t = useText();
  const places = usePlaces();
  const mapped = useMappedLocations();
  const proposals = useMemo(
    () => (places ? proposePlaces(waiting, mapped, places.floors) : []),
    [waiting, mapped, places],
  );
  if (!places) return <p className={classes.nothing}>{t("Looking at the places…")}</p>;
  if (proposals.length === 0) {
    return (
      <p className={classes.nothing}>
        {t(
          "No new places to propose. What Zoom calls a location or a room, and what labels call a room or a desk, shows here as long as there is no place of that name.",
        )}
      </p>
    );
  }
  return <Proposals proposals={proposals} places={places} />;
}

interface ProposalsProps {
  readonly proposals: readonly Proposal[];
  readonly places: Places;
}

const KINDS: readonly SpaceKind[] = ["site", "building", "floor", "room", "zone", "desk"];

function Proposals({ proposals, places }: ProposalsProps) {
  const t = useText();
  const create = useCreatePlaces();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [homes, setHomes] = useState<Partial<Record<SpaceKind, string>>>({});
  const [isBusy, setBusy] = useState(false);
  const chosen = withHomes(
    proposals.filter(({ key }) => !left.has(key)),
    homes,
  );
  const homeless = chosen.filter(({ kind, parentKey, parentId }) => kind !== "site" && !parentKey && !parentId);
  const toggle = (keys: readonly string[], isIn: boolean) => {
    const next = new Set(left);
    for (const key of keys) isIn ? next.delete(key) : next.add(key);
    setLeft(next);
  };
  const go = async () => {
    setBusy(true);
    try {
      const items = chosen.map(({ from: _, ...item }) => item);
      const made = await create({ items });
      tell(
        t(
          "Created {spaces, plural, one {# place} other {# places}}, with {sources, plural, one {# source} other {# sources}} mapped.",
          { spaces: made.spaces, sources: made.sources },
        ),
      );
    } catch (error) {
      tellFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={classes.discover}>
      <p className={classes.lead}>
        {t("The names in the payloads speak of these places. Creating them maps what they are named after.")}
      </p>
      {KINDS.map((kind) => {
        const group = proposals.filter((one) => one.kind === kind);
        if (group.length === 0) return null;
        return (
          <Group
            key={kind}
            kind={kind}
            group={group}
            left={left}
            places={places}
            proposals={proposals}
            home={homes[kind] ?? null}
            onToggle={toggle}
            onHome={(home) => setHomes({ ...homes, [kind]: home })}
          />
        );
      })}
      <footer className={classes.actions}>
        <Button loading={isBusy} disabled={chosen.length === 0 || homeless.length > 0} onClick={() => void go()}>
          {createWords(
            chosen.map(({ kind }) => kind),
            t,
          )}
        </Button>
        {homeless.length > 0 ? (
          <span>{t("Say first where the {count} without a place belong.", { count: homeless.length })}</span>
        ) : null}
      </footer>
    </div>
  );
}

/** Those without a parent get the one chosen for their kind; whose parent was left out has none any more. */
function withHomes(chosen: readonly Proposal[], homes: Partial<Record<SpaceKind, string>>): Proposal[] {
  const keys = new Set(chosen.map(({ key }) => key));
  return chosen.map((one) => {
    const parentKey = one.parentKey !== null && keys.has(one.parentKey) ? one.parentKey : null;
    const home = homes[one.kind];
    if (parentKey !== null || one.parentId !== null || home === undefined) return { ...one, parentKey };
    return keys.has(home) ? { ...one, parentKey: home } : { ...one, parentKey: null, parentId: home };
  });
}

interface GroupProps {
  readonly kind: SpaceKind;
  readonly group: readonly Proposal[];
  readonly proposals: readonly Proposal[];
  readonly left: ReadonlySet<string>;
  readonly places: Places;
  readonly home: string | null;
  readonly onToggle: (keys: readonly string[], isIn: boolean) => void;
  readonly onHome: (home: string) => void;
}

function Group({ kind, group, proposals, left, places, home, onToggle, onHome }: GroupProps) {
  const t = useText();
  const isIn = group.filter(({ key }) => !left.has(key));
  const asks = kind !== "site" && isIn.some((one) => one.parentId === null && !isKept(one.parentKey, left));
  return (
    <section className={classes.group} aria-label={counted(group.length, kind, t)}>
      <div className={classes.head}>
        <Checkbox
          label={<b>{counted(group.length, kind, t)}</b>}
          checked={isIn.length === group.length}
          indeterminate={isIn.length > 0 && isIn.length < group.length}
          onChange={(event) =>
            onToggle(
              group.map(({ key }) => key),
              event.currentTarget.checked,
            )
          }
        />
        {asks ? (
          <Select
            size="xs"
            className={classes.home}
            aria-label={t(
              "Where the {kind, select, building {buildings} floor {floors} room {rooms} zone {zones} desk {desks} other {sites}} without a place belong",
              { kind },
            )}
            placeholder={t("Put them in …")}
            data={homesFor(kind, places, proposals, left, t)}
            value={home}
            searchable
            onChange={(value) => value && onHome(value)}
          />
        ) : null}
      </div>
      <ul>
        {group.map((one) => (
          <li key={one.key}>
            <Checkbox
              size="xs"
              label={one.name}
              description={whereWords(one, places, proposals, t)}
              checked={!left.has(one.key)}
              onChange={(event) => onToggle([one.key], event.currentTarget.checked)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

const isKept = (key: string | null, left: ReadonlySet<string>) => key !== null && !left.has(key);

function homesFor(kind: SpaceKind, places: Places, proposals: readonly Proposal[], left: ReadonlySet<string>, t: Text) {
  const kinds = PARENT_KINDS[kind];
  const existing = [...places.byId.values()]
    .filter((space) => kinds.includes(space.kind) && space.archivedAt === null)
    .map(({ id, name }) => ({ value: id, label: [name, places.above(id)].filter(Boolean).join(" · ") }));
  const proposed = proposals
    .filter((one) => kinds.includes(one.kind) && !left.has(one.key))
    .map(({ key, name }) => ({ value: key, label: t("{name} (new)", { name }) }));
  return [...existing, ...proposed];
}

function whereWords(
  { from, parentId, parentKey }: Proposal,
  places: Places,
  proposals: readonly Proposal[],
  t: Text,
): string {
  const parent =
    (parentId && places.byId.get(parentId)?.name) || proposals.find(({ key }) => key === parentKey)?.name || null;
  return parent ? t("{from}, in {parent}", { from, parent }) : from;
}
