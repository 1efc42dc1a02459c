/** The mark of the product: a floor seen from above. */
export function Logo({ size = 32 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" style={{ display: "block", flex: "none" }}>
      <rect width="32" height="32" rx="8" fill="var(--primary)" />
      <g fill="none" stroke="var(--on-primary)" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round">
        <rect x="8" y="8" width="16" height="16" rx="1.5" />
        <path d="M8 15h7M15 8v4M15 15v4M15 22v2M19.5 24v-7H24" />
      </g>
    </svg>
  );
}
