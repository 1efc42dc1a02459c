const LARGER = [
  ["dots", "scale(2)"],
  ["diagonal", "scale(1.9) rotate(45)"],
  ["cross", "scale(1.9) rotate(45)"],
  ["sparse", "scale(2.1)"],
  ["stripes", "scale(2.1) rotate(45)"],
] as const;

/** The same patterns as marks and chips have, in units of a plan. */
export function PlanPatterns() {
  return (
    <defs>
      {LARGER.map(([name, transform]) => (
        <pattern key={name} id={`plan-${name}`} href={`#state-${name}`} patternTransform={transform} />
      ))}
    </defs>
  );
}
