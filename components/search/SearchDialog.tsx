"use client";

import { useDebouncedValue } from "@mantine/hooks";
import { createSpotlight, Spotlight } from "@mantine/spotlight";
import "@mantine/spotlight/styles.css";
import { IconCpu, IconSearch } from "@tabler/icons-react";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { ADMIN_PAGES, MAIN_PAGES, pagesFor } from "@/components/frame/nav-entries";
import { useText } from "@/components/text/TextProvider";
import { useSearch } from "@/lib/client/use-search";
import classes from "./SearchDialog.module.css";
import { searchGroups } from "./search-items";

interface SearchDialogProps {
  /** Opens whenever it changes. */
  readonly asked: number;
  readonly role: string;
}

const DEBOUNCE_MS = 150;
const SPOTLIGHT = { actionsGroup: classes.group ?? "", header: classes.header ?? "" };
const [store, actions] = createSpotlight();

/** Finds spaces, devices and pages while somebody types; Enter goes there. */
export function SearchDialog({ asked, role }: SearchDialogProps) {
  const t = useText();
  const router = useRouter();
  const [text, setText] = useState("");
  const [settled] = useDebouncedValue(text, DEBOUNCE_MS);
  const { data, isFetching, isError } = useSearch(settled);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each asking opens it again
  useEffect(() => {
    actions.open();
  }, [asked]);
  const pages = pagesFor([...MAIN_PAGES, ...ADMIN_PAGES], { role });
  const found = text.trim() === "" ? undefined : data;
  const groups = searchGroups(text, found, { role, pages, deviceIcon: IconCpu, t });
  const isWaiting = text.trim() !== "" && (isFetching || settled !== text);
  return (
    <Spotlight.Root
      store={store}
      query={text}
      onQueryChange={setText}
      shortcut={null}
      scrollable
      maxHeight={440}
      transitionProps={{ duration: 120 }}
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
      title={t("Search")}
      classNames={SPOTLIGHT}
    >
      <Spotlight.Search
        placeholder={t("Rooms, desks, floors, devices, pages")}
        aria-label={t("Search")}
        leftSection={<IconSearch size={18} stroke={1.75} aria-hidden />}
      />
      <Spotlight.ActionsList>
        {groups.map(({ title, items }) => (
          <Spotlight.ActionsGroup key={title} label={title}>
            {items.map(({ id, label, detail, href, icon: Icon }) => (
              <Spotlight.Action
                key={id}
                label={label}
                description={detail}
                leftSection={<Icon size={18} stroke={1.75} aria-hidden />}
                onClick={() => router.push(href)}
                className={classes.action ?? ""}
              />
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {groups.length === 0 ? (
          <Spotlight.Empty>
            {isError ? t("Search is not answering.") : isWaiting ? t("Searching") : t("Nothing has that name.")}
          </Spotlight.Empty>
        ) : null}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
