/** The patterns of the uncertain states, once per document: every mark refers to them. */
export function StatePatterns() {
  const units = { patternUnits: "userSpaceOnUse" } as const;
  return (
    <svg width="0" height="0" style={{ position: "absolute" }} aria-hidden="true" focusable="false">
      <defs>
        <pattern id="state-dots" width="7" height="7" {...units}>
          <g fill="var(--st-ghost-ink)" opacity="var(--st-ghost-ink-a)">
            <circle cx="1.75" cy="1.75" r="1.2" />
            <circle cx="5.25" cy="5.25" r="1.2" />
          </g>
        </pattern>
        <pattern id="state-diagonal" width="7" height="7" patternTransform="rotate(45)" {...units}>
          <rect width="2" height="7" fill="var(--st-stale-ink)" opacity="var(--st-stale-ink-a)" />
        </pattern>
        <pattern id="state-cross" width="7" height="7" patternTransform="rotate(45)" {...units}>
          <path d="M0 0h7M0 0v7" stroke="var(--st-offline-ink)" strokeWidth="2" opacity="var(--st-offline-ink-a)" />
        </pattern>
        <pattern id="state-sparse" width="12" height="12" {...units}>
          <g fill="var(--st-unknown-ink)" opacity="var(--st-unknown-ink-a)">
            <circle cx="3" cy="3" r="1.2" />
            <circle cx="9" cy="9" r="1.2" />
          </g>
        </pattern>
        <pattern id="state-stripes" width="14" height="14" patternTransform="rotate(45)" {...units}>
          <rect width="6.5" height="14" fill="var(--st-maintenance-ink)" opacity="var(--st-maintenance-ink-a)" />
        </pattern>
        <pattern id="gap" width="6" height="6" patternTransform="rotate(45)" {...units}>
          <rect width="6" height="6" fill="var(--surface-2)" />
          <rect width="1.3" height="6" fill="var(--chart-hatch)" />
        </pattern>
      </defs>
    </svg>
  );
}
