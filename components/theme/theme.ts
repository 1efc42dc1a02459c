import { createTheme, defaultVariantColorsResolver, type MantineColorsTuple } from "@mantine/core";
import type { Text } from "@/lib/core/text";

const colors: Record<string, MantineColorsTuple> = {
  gray: ["#f8f9fb", "#f5f6f8", "#eef0f4", "#e3e6ec", "#d3d8e0", "#868e9c", "#5c6573", "#3d4552", "#1b212b", "#14181f"],
  dark: ["#eef1f5", "#c5ccd6", "#98a2b1", "#6d7787", "#353d49", "#272e38", "#222831", "#1a1f26", "#15191f", "#0d1014"],
  iris: ["#f4f6ff", "#e7ecff", "#d0d9ff", "#b3c0fe", "#95a5fe", "#7888fd", "#616cf3", "#4e56d3", "#3e44ac", "#2e3484"],
  red: ["#fff4f2", "#ffe6e3", "#ffcdc6", "#ffaba1", "#fe8277", "#f45a51", "#d9413a", "#ba2b28", "#97201e", "#741917"],
  amber: ["#fff5eb", "#fee9d3", "#f9d3ab", "#f1b778", "#e39b45", "#cf8107", "#b06e07", "#925b07", "#764803", "#5b3602"],
  green: ["#eefaf4", "#daf4e7", "#b7e8d1", "#8ad7b5", "#5cc39a", "#29ae81", "#0e956c", "#007c59", "#066347", "#044c36"],
  blue: ["#f1f7ff", "#e1eeff", "#c2deff", "#9bc8fe", "#6db0fd", "#4a98ee", "#3180d5", "#1d6ab8", "#145495", "#104072"],
  violet: [
    "#f9f4ff",
    "#f2e8ff",
    "#e5d0fe",
    "#d5b2ff",
    "#c58ffe",
    "#b46afa",
    "#9d52e0",
    "#853dc2",
    "#6b2f9e",
    "#512479",
  ],
};

/** Chrome has no hue: a filled primary button is ink, not iris. */
const theme = createTheme({
  colors,
  primaryColor: "iris",
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  defaultRadius: 8,
  cursorType: "pointer",
  fontFamily: "var(--font)",
  fontSizes: { xs: "12px", sm: "13px", md: "14px", lg: "18px", xl: "20px" },
  lineHeights: { xs: "16px", sm: "20px", md: "20px", lg: "24px", xl: "24px" },
  spacing: { xs: "8px", sm: "12px", md: "16px", lg: "20px", xl: "24px" },
  breakpoints: { xs: "30em", sm: "48em", md: "62em", lg: "75em", xl: "90em" },
  radius: { xs: "4px", sm: "6px", md: "8px", lg: "12px", xl: "999px" },
  headings: { fontFamily: "var(--font)", fontWeight: "600" },
  respectReducedMotion: true,
  // Without a variant of its own a Button skips the resolver below.
  components: {
    Button: { defaultProps: { variant: "filled" } },
    SegmentedControl: { defaultProps: { withItemsBorders: false } },
  },
  variantColorResolver: (input) => {
    const isPrimary = input.color === undefined || input.color === input.theme.primaryColor;
    if (input.variant !== "filled" || !isPrimary) return defaultVariantColorsResolver(input);
    return {
      background: "var(--primary)",
      hover: "color-mix(in srgb, var(--primary) 88%, var(--surface))",
      color: "var(--on-primary)",
      border: "1px solid transparent",
    };
  },
});

/** The design system as a Mantine theme, for a reader. */
export function themeFor(t: Text) {
  // Mantine's close buttons have no name of their own.
  const closes = { defaultProps: { closeButtonProps: { "aria-label": t("Close") } } };
  return { ...theme, components: { ...theme.components, Modal: closes, Drawer: closes, Notification: closes } };
}
