import { ActionIcon, Button, CloseButton, Menu, Popover, SegmentedControl, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import {
  IconAdjustmentsHorizontal,
  IconBookmark,
  IconDownload,
  IconFilter,
  IconHistory,
  IconSearch,
} from "@tabler/icons-react";
import { useState } from "react";
import { tell, tellFailure } from "@/components/frame/tell";
import { saveCsv } from "@/lib/client/save-csv";
import { useSavedViews } from "@/lib/client/use-inbox-extras";
import type { AlertFacets } from "@/lib/core/alert";
import classes from "./AlertsBar.module.css";
import type { Says } from "./alert-words";
import type { AlertsView } from "./use-alerts-view";

interface AlertsBarProps {
  readonly view: AlertsView;
  readonly facets: AlertFacets | null;
  readonly says: Says;
  /** Opens what happened since. */
  readonly onHandover: () => void;
  /** That stands beside the list where there is room. */
  readonly isBeside: boolean;
  /** Opens the views and filters where they do not stand beside the list. */
  readonly onFilters: () => void;
  /** Where what is listed, all of it, is answered as CSV. */
  readonly csvUrl: string;
}

/** Above the list: its order, words to look for, where, and keeping all that; on phones only what is most needed. */
export function AlertsBar({ view, facets, says, onHandover, isBeside, onFilters, csvUrl }: AlertsBarProps) {
  const { t } = says;
  return (
    <div className={classes.bar}>
      <Button
        className={classes.narrow ?? ""}
        variant="default"
        size="xs"
        leftSection={<IconAdjustmentsHorizontal size={14} stroke={1.75} aria-hidden />}
        onClick={onFilters}
      >
        {t("Filters")}
      </Button>
      <div className={classes.roomy}>
        <OrderSwitch view={view} says={says} />
      </div>
      <SearchField value={view.choice.q} onSearch={(q) => view.choose({ q })} says={says} />
      <Button
        className={isBeside ? (classes.narrow ?? "") : ""}
        variant="default"
        size="xs"
        leftSection={<IconHistory size={14} stroke={1.75} aria-hidden />}
        onClick={onHandover}
      >
        {t("Since")}
      </Button>
      <div className={classes.end}>
        <PlaceMenu view={view} facets={facets} says={says} />
        <SaveView search={view.search} says={says} />
        <ActionIcon
          variant="default"
          size={30}
          aria-label={t("Export CSV")}
          title={t("Export CSV")}
          onClick={() =>
            void saveCsv(csvUrl, "alerts.csv").catch((error: Error) => tellFailure(error, t("Not exported.")))
          }
        >
          <IconDownload size={14} stroke={1.75} aria-hidden />
        </ActionIcon>
      </div>
    </div>
  );
}

/** What comes first. */
export function OrderSwitch({ view, says }: Pick<AlertsBarProps, "view" | "says">) {
  const { choice, choose } = view;
  return (
    <SegmentedControl
      size="xs"
      aria-label={says.t("Order")}
      data={[
        { value: "impact", label: says.t("Impact") },
        { value: "newest", label: says.t("Newest") },
      ]}
      value={choice.sort}
      onChange={(sort) => choose({ sort: sort as typeof choice.sort })}
    />
  );
}

function SearchField({
  value,
  onSearch,
  says,
}: { value: string; onSearch: (q: string) => void } & Pick<AlertsBarProps, "says">) {
  const { t } = says;
  const [typed, setTyped] = useState(value);
  const [shown, setShown] = useState(value);
  const search = useDebouncedCallback(onSearch, 250);
  // Another view may bring other words.
  if (shown !== value) {
    setShown(value);
    setTyped(value);
  }
  const type = (text: string) => {
    setTyped(text);
    search(text.trim());
  };
  return (
    <TextInput
      type="search"
      size="xs"
      className={classes.search ?? ""}
      aria-label={t("Search alerts")}
      placeholder={t("Search")}
      leftSection={<IconSearch size={14} aria-hidden />}
      rightSection={typed ? <CloseButton size="xs" aria-label={t("Clear")} onClick={() => type("")} /> : null}
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
    />
  );
}

/** Where to look. */
export function PlaceMenu({ view, facets, says }: Pick<AlertsBarProps, "view" | "facets" | "says">) {
  const { t } = says;
  const { choice, choose } = view;
  const places = [...(facets?.site ?? []), ...(facets?.floor ?? [])];
  const chosen = places.filter(({ value }) => choice.site.includes(value) || choice.floor.includes(value));
  const isNarrowed = choice.site.length + choice.floor.length > 0 || choice.space !== null;
  const nameOf = chosen.map(({ name }) => name).join(", ") || (choice.space === null ? t("chosen") : t("one space"));
  if (places.length === 0 && !isNarrowed) return null;
  return (
    <Menu width={260} position="bottom-end" shadow="md">
      <Menu.Target>
        <Button
          variant="default"
          size="xs"
          className={classes.place ?? ""}
          leftSection={<IconFilter size={14} stroke={1.75} aria-hidden />}
        >
          {isNarrowed ? t("Place: {name}", { name: nameOf }) : t("Place")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={classes.places ?? ""}>
        <Menu.Item onClick={() => choose({ site: [], floor: [], space: null })}>{t("Everywhere")}</Menu.Item>
        {facets && facets.site.length > 1 ? <Menu.Label>{t("Sites")}</Menu.Label> : null}
        {(facets && facets.site.length > 1 ? facets.site : []).map(({ value, name, count }) => (
          <Menu.Item key={value} rightSection={count} onClick={() => choose({ site: [value], floor: [], space: null })}>
            {name}
          </Menu.Item>
        ))}
        <Menu.Label>{t("Floors")}</Menu.Label>
        {facets?.floor.map(({ value, name, count }) => (
          <Menu.Item key={value} rightSection={count} onClick={() => choose({ site: [], floor: [value], space: null })}>
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Keeps what is looked at under a name. */
export function SaveView({ search, says }: { readonly search: string } & Pick<AlertsBarProps, "says">) {
  const { t } = says;
  const { save, isSaving } = useSavedViews();
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState("");
  const keep = async () => {
    if (name.trim() === "") return;
    try {
      await save({ name: name.trim(), search });
      tell(t("Saved as “{name}”.", { name: name.trim() }));
      setName("");
      setOpen(false);
    } catch (error) {
      tellFailure(error);
    }
  };
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" shadow="md" trapFocus>
      <Popover.Target>
        <Button
          variant="default"
          size="xs"
          disabled={search === ""}
          leftSection={<IconBookmark size={14} stroke={1.75} aria-hidden />}
          onClick={() => setOpen(!isOpen)}
        >
          {t("Save view")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          className={classes.save}
          onSubmit={(event) => {
            event.preventDefault();
            void keep();
          }}
        >
          <TextInput
            size="xs"
            label={t("Name of the view")}
            maxLength={60}
            data-autofocus
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" size="xs" loading={isSaving} disabled={name.trim() === ""}>
            {t("Save")}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
