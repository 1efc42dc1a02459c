import { Button, Select, Switch, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useText } from "@/components/text/TextProvider";
import { DEVICE_SORTS, type DeviceSort } from "@/lib/core/device-health";
import { VENDORS, type VendorId } from "@/lib/core/observation";
import { text } from "@/lib/core/text";
import classes from "./Devices.module.css";
import { VENDOR_NAMES } from "./device-words";
import type { DevicesView } from "./use-devices-view";

const SORT_WORDS: Record<DeviceSort, string> = {
  attention: text("What needs you first"),
  name: text("Name"),
  place: text("Place"),
  battery: text("Lowest battery first"),
  signal: text("Weakest signal first"),
  heard: text("Longest silent first"),
};

interface DeviceFiltersProps {
  readonly view: DevicesView;
  readonly floors: readonly { readonly id: string; readonly name: string }[];
}

/** Which devices are shown, and in which order. Everything is in the address. */
export function DeviceFilters({ view, floors }: DeviceFiltersProps) {
  const t = useText();
  const { choice, choose, clear, isFiltered } = view;
  return (
    <search className={classes.filters} aria-label={t("Filter the devices")}>
      <TextInput
        className={classes.search ?? ""}
        size="sm"
        aria-label={t("Search devices")}
        placeholder={t("Name, id or place")}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={choice.q ?? ""}
        onChange={(event) => choose({ q: event.currentTarget.value || null })}
      />
      <Select
        size="sm"
        clearable
        searchable
        aria-label={t("Floor")}
        placeholder={t("Any floor")}
        data={floors.map(({ id, name }) => ({ value: id, label: name }))}
        value={choice.floor}
        onChange={(floor) => choose({ floor })}
      />
      <Select
        size="sm"
        clearable
        aria-label={t("Vendor")}
        placeholder={t("Any vendor")}
        data={VENDORS.map((value) => ({ value, label: VENDOR_NAMES[value] }))}
        value={choice.vendor}
        onChange={(vendor) => choose({ vendor: vendor as VendorId | null })}
      />
      <Select
        className={classes.sort ?? ""}
        size="sm"
        aria-label={t("Order")}
        data={DEVICE_SORTS.map((value) => ({ value, label: t(SORT_WORDS[value]) }))}
        value={choice.walk ? "place" : choice.sort}
        onChange={(sort) => sort && choose({ sort: sort as DeviceSort, walk: false })}
        allowDeselect={false}
      />
      <Switch
        label={t("By floor, for a walk")}
        checked={choice.walk}
        onChange={(event) => choose({ walk: event.currentTarget.checked })}
      />
      {isFiltered ? (
        <Button variant="subtle" color="gray" size="sm" onClick={clear}>
          {t("Clear")}
        </Button>
      ) : null}
    </search>
  );
}
