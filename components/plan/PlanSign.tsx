import Link from "next/link";
import { memo } from "react";
import { PLATE_OPACITY } from "@/components/state/state-paint";
import { middleOf, type PlanBox, placeSign } from "@/lib/core/plan-geometry";
import { fitLabel, type Label, type LabelLine, type LabelWords, signSizes } from "@/lib/core/plan-label";
import { isDrawnAlike } from "./drawn-alike";
import { PlanEdge } from "./PlanEdge";
import { markFill } from "./PlanMarks";
import { PlanPulse } from "./PlanPulse";
import classes from "./PlanView.module.css";
import type { PlanItem } from "./plan-items";
import type { PlanShapeProps } from "./plan-shape-props";

interface PlanScale {
  /** px per unit of what is drawn now. */
  readonly scale: number;
  /** 1 shows everything, more is closer. */
  readonly zoomed: number;
  /** Icons only until somebody zooms in. */
  readonly compact: boolean;
  /** Read from across the room. */
  readonly isWall: boolean;
}

interface PlanSignProps extends PlanScale {
  readonly face: PlanShapeProps;
  readonly item: PlanItem;
}

const wordsOf = ({ name, value = "", detail = "", icon }: PlanShapeProps): LabelWords => ({
  name,
  value,
  detail,
  hasIcon: icon !== undefined,
});

const CLOSE = 1.6;
const AIR_PX = 5;

/** What stands on a shape: edge, words and the mark of a trouble. It is told by the shape itself to those who listen. */
export const PlanSign = memo(function PlanSign({ item, scale, zoomed, compact, isWall, face }: PlanSignProps) {
  const { kind } = item.shape;
  const isShort = compact && zoomed < CLOSE;
  return (
    <g data-dimmed={face.dimmed || undefined} className={classes.sign} aria-hidden>
      {kind === "desk" ? null : <PlanEdge item={item} face={face} />}
      <PlanPulse item={item} face={face} />
      {kind === "zone" ? (
        <ZoneSign item={item} face={face} scale={scale} isShort={isShort} isWall={isWall} />
      ) : (
        <Words
          item={item}
          face={face}
          scale={scale}
          isShort={isShort || (kind === "desk" && zoomed < CLOSE)}
          isWall={isWall}
        />
      )}
      {face.severity ? (
        <Pin bounds={item.bounds} severity={face.severity} href={face.pinHref} scale={scale} isDesk={kind === "desk"} />
      ) : null}
    </g>
  );
}, isDrawnAlike);

type Room = Parameters<typeof fitLabel>[1];

interface WordsProps {
  readonly item: PlanItem;
  readonly face: PlanShapeProps;
  readonly scale: number;
  readonly isShort: boolean;
  readonly isWall: boolean;
}

/** How much larger than usual words are on a large screen: they follow the size of the stage, not the zoom. */
const letterScale = (scale: number) => Math.min(1.25, Math.max(1, scale / 0.75));

const WALL_LETTERS = [2.6, 2.2, 1.85, 1.55] as const;
/** Twice the usual size on a wall, less where the plan is small. */
const wallSign = (scale: number) => Math.min(2, Math.max(1, scale * 2.6));

/** On a wall words are as large as lets the name and the value stand. */
function labelFor(words: LabelWords, room: Room, scale: number, isWall: boolean): Label | null {
  for (const letters of isWall ? WALL_LETTERS : []) {
    const label = fitLabel(words, room, letters);
    const parts = label?.lines.map(({ part }) => part) ?? [];
    if (label && parts.includes("name") && parts.includes("value")) return label;
  }
  return fitLabel(words, room, letterScale(scale));
}

function Words({ item, face, scale, isShort, isWall }: WordsProps) {
  const box = item.labelBox;
  const isDesk = item.shape.kind === "desk";
  const air = isDesk ? 1 : AIR_PX;
  const room = { width: box.width * scale - 2 * air, height: box.height * scale - 2 * air };
  const said = wordsOf(face);
  if (isShort && isDesk && !said.hasIcon) return null; // an icon or nothing, until somebody is close
  const words = isShort && said.hasIcon ? { ...said, name: "", value: "", detail: "" } : said;
  const label = isDesk ? fitLabel(words, room, 0.75) : labelFor(words, room, scale, isWall);
  if (!label) return null;
  const [x, y] = middleOf(box);
  return (
    <g transform={`translate(${x},${y}) scale(${1 / scale})`}>
      {(face.pattern || !isDesk) && (
        <rect
          className={classes.plate}
          x={-label.width / 2 - 4}
          y={-label.height / 2 - 2}
          width={label.width + 8}
          height={label.height + 4}
          rx={6}
          fill={face.fill === "transparent" ? "var(--plan-floor)" : face.fill}
          fillOpacity={isDesk ? PLATE_OPACITY : 0.94}
        />
      )}
      <LabelLines label={label} face={face} />
    </g>
  );
}

function ZoneSign({ item, face, scale, isShort, isWall }: WordsProps) {
  const words = wordsOf(face);
  if (isShort && !words.hasIcon && words.value === "") return null; // nothing is known here, and there is no room to say so
  const signs = signSizes(words, isWall ? wallSign(scale) : letterScale(scale));
  const offered = isShort ? signs.slice(-1) : signs;
  const placed = offered.map(({ label, width, height }) => ({
    label,
    width,
    height,
    ...placeSign(item.signOutline, { width: width / scale, height: height / scale }, item.obstacles),
  }));
  const best = placed.find(({ isFree }) => isFree) ?? placed.at(-1);
  if (!best) return null;
  const { label, width, height } = best;
  const [x, y] = middleOf(best.box);
  const plate = { x: -width / 2, y: -height / 2, width, height, rx: width === height ? height / 2 : 6 };
  return (
    <g transform={`translate(${x},${y}) scale(${1 / scale})`}>
      <rect {...plate} fill="var(--plan-floor)" />
      <rect {...plate} fill={face.fill} />
      <rect {...plate} fill="none" stroke={face.stroke} strokeWidth={1.25} />
      <LabelLines label={label} face={face} inRow />
    </g>
  );
}

/** Lines under each other, or all in one row. */
function LabelLines({ label, face, inRow = false }: { label: Label; face: PlanShapeProps; inRow?: boolean }) {
  let left = -label.width / 2;
  const gap = label.lines.length > 1 ? label.width - label.lines.reduce((sum, { width }) => sum + width, 0) : 0;
  return label.lines.map((one) => {
    const start = inRow ? left : -one.width / 2;
    left += one.width + gap;
    return <LabelText key={one.part} line={one} start={start} face={face} />;
  });
}

function LabelText({ line, start, face }: { line: LabelLine; start: number; face: PlanShapeProps }) {
  const { part, text, size, iconSize, width, y } = line;
  const Icon = face.icon;
  const after = iconSize > 0 && text !== "" ? iconSize + size * 0.3 : 0;
  return (
    <>
      {Icon && iconSize > 0 ? (
        <rect x={start} y={y - iconSize / 2} width={iconSize} height={iconSize} fill={markFill(Icon, face.ink)} />
      ) : null}
      {text === "" ? null : (
        <text
          className={classes[part]}
          x={start + after + (width - after) / 2}
          y={y}
          fontSize={size}
          fill={face.ink}
          dominantBaseline="central"
        >
          {text}
        </text>
      )}
    </>
  );
}

interface PinProps {
  readonly bounds: PlanBox;
  readonly severity: NonNullable<PlanShapeProps["severity"]>;
  readonly href: string | undefined;
  readonly scale: number;
  readonly isDesk: boolean;
}

/** Something is wrong here. By keyboard its alert is reached through the panel of the space. */
function Pin({ bounds, severity, href, scale, isDesk }: PinProps) {
  const inset = isDesk ? 0 : 4;
  const x = bounds.left + bounds.width - inset;
  const y = bounds.top + inset;
  const size = Math.min(isDesk ? 0.45 : 1, Math.max(isDesk ? 0.45 : 0.6, scale * 1.6));
  const pin = (
    <g className={classes.pin} data-severity={severity} transform={`translate(${x},${y}) scale(${size / scale})`}>
      <circle r={10} stroke="var(--plan-floor)" strokeWidth={2.5} />
      <path d="M0 -4.5v5M0 4v.01" stroke="var(--surface)" strokeWidth={2} strokeLinecap="round" fill="none" />
    </g>
  );
  if (href === undefined) return pin;
  return (
    <Link href={href} prefetch={false} tabIndex={-1} className={classes.pinLink}>
      {pin}
    </Link>
  );
}
