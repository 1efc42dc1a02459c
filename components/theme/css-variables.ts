import type { CSSVariablesResolver } from "@mantine/core";

const ours = {
  "--mantine-color-body": "var(--canvas)",
  "--mantine-color-text": "var(--text)",
  "--mantine-color-dimmed": "var(--muted)",
  "--mantine-color-placeholder": "var(--muted)",
  "--mantine-color-default": "var(--surface)",
  "--mantine-color-default-hover": "var(--surface-2)",
  "--mantine-color-default-color": "var(--text)",
  "--mantine-color-default-border": "var(--border-2)",
  "--mantine-color-anchor": "var(--accent)",
  "--mantine-color-error": "var(--crit)",
  "--mantine-color-bright": "var(--text)",
};

/** Mantine's own variables point at our tokens, so that both speak of the same colours. */
export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: ours, dark: ours });
