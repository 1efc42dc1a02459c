import { IconChevronLeft } from "@tabler/icons-react";
import { PlainButton } from "@/components/button/PlainButton";
import { useText } from "@/components/text/TextProvider";
import classes from "./SpacePageTitle.module.css";

const focus = (button: HTMLButtonElement | null) => button?.focus();

/** The header of a space that has the phone to itself, and the way back. */
export function SpacePageTitle({ name, onBack }: { name: string; onBack: () => void }) {
  const t = useText();
  return (
    <div className={classes.title}>
      <PlainButton ref={focus} look="quiet" square={44} onClick={onBack} aria-label={t("Back to the floor")}>
        <IconChevronLeft size={20} />
      </PlainButton>
      <h1>{name}</h1>
    </div>
  );
}
