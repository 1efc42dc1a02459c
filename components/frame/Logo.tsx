/** The mark of the product: a floor seen from above. */
export function Logo({ size = 32 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" style={{ display: "block", flex: "none" }}>
      <rect width="32" height="32" rx="9" fill="var(--primary)" />
      <path
        d="M8 8h16v16H8zM8 15h7M15 8v3M15 15v9M20 19h.01"
        fill="none"
        stroke="var(--on-primary)"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
