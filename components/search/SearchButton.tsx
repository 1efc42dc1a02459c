"use client";

import { IconSearch } from "@tabler/icons-react";
import dynamic from "next/dynamic";
import { useEffect, useEffectEvent, useState } from "react";
import { isTyping } from "@/components/frame/is-typing";
import { useText } from "@/components/text/TextProvider";
import classes from "./SearchButton.module.css";

const SearchDialog = dynamic(() => import("./SearchDialog").then((module) => module.SearchDialog), { ssr: false });

/** The way to everything by its name: a click, ⌘K, Ctrl-K or /. The dialog is loaded when it is first wanted. */
export function SearchButton({ role }: { readonly role: string }) {
  const t = useText();
  const [asked, setAsked] = useState(0);
  const open = () => setAsked((times) => times + 1);
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const isCommand = (event.metaKey || event.ctrlKey) && !event.altKey && event.key.toLowerCase() === "k";
    const isSlash = event.key === "/" && !event.metaKey && !event.ctrlKey && !event.altKey && !isTyping(event.target);
    if (event.defaultPrevented || !(isCommand || isSlash)) return;
    event.preventDefault();
    open();
  });
  useEffect(() => {
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return (
    <>
      <button
        type="button"
        className={classes.button}
        data-search
        aria-label={t("Search")}
        aria-keyshortcuts="/ Control+K"
        onClick={open}
      >
        <IconSearch size={16} stroke={1.75} aria-hidden />
        <span className={classes.word} aria-hidden>
          {t("Search")}
        </span>
        <kbd className={classes.key} aria-hidden>
          /
        </kbd>
      </button>
      {asked > 0 ? <SearchDialog asked={asked} role={role} /> : null}
    </>
  );
}
