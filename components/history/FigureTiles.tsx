import { Tooltip, UnstyledButton } from "@mantine/core";
import { IconInfoCircle } from "@tabler/icons-react";
import { useText } from "@/components/text/TextProvider";
import type { FigureTile } from "@/lib/core/figure-words";
import classes from "./History.module.css";

/** The figures of the period, each with what it means and how much of the time it speaks for. */
export function FigureTiles({ tiles }: { tiles: readonly FigureTile[] }) {
  const t = useText();
  return (
    <ul className={classes.tiles} aria-label={t("Figures")}>
      {tiles.map((tile) => (
        <li key={tile.key} className={`${classes.card} ${classes.tile}`} data-thin={tile.isThin || undefined}>
          <div className={classes.tileName}>
            {tile.name}
            <Definition tile={tile} />
          </div>
          <p className={classes.figure}>
            {tile.figure} {tile.unit && <small>{tile.unit}</small>}
          </p>
          <p className={classes.foot}>
            <span>{tile.note}</span>
            {tile.coverage && (
              <span className={tile.isThin ? classes.thin : classes.quiet}>
                {t("coverage {coverage}", { coverage: tile.coverage })}
              </span>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}

function Definition({ tile }: { tile: FigureTile }) {
  const t = useText();
  const words = (
    <>
      {tile.definition}
      <span className={classes.formula}>
        {tile.name} = {tile.formula}
      </span>
    </>
  );
  return (
    <Tooltip label={words} multiline maw={300} events={{ hover: true, focus: true, touch: true }}>
      <UnstyledButton className={classes.info} aria-label={t("What “{name}” means", { name: tile.name })}>
        <IconInfoCircle size={14} stroke={1.75} aria-hidden />
      </UnstyledButton>
    </Tooltip>
  );
}
