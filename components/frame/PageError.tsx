import { useState } from "react";
import { PlainButton } from "@/components/button/PlainButton";
import { useText } from "@/components/text/TextProvider";
import { useRich } from "@/components/text/use-rich";
import { LoneNotice } from "./LoneNotice";

const clock = () => new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });

/** What failed, since when, and what still works. */
export function PageError({ onRetry }: { onRetry: () => void }) {
  const t = useText();
  const rich = useRich();
  const [since] = useState(clock);
  return (
    <LoneNotice title={t("This page could not be loaded")} role="alert">
      <p>
        {rich(
          "The server did not answer at {time}. Events from the sensors are still taken in as long as the database is up. Nothing was changed.",
          { time: <span suppressHydrationWarning>{since}</span> },
        )}
      </p>
      <PlainButton onClick={onRetry}>{t("Try again")}</PlainButton>
    </LoneNotice>
  );
}
