import type { MetadataRoute } from "next";

const icon = (size: number, purpose: "any" | "maskable") =>
  ({
    src: `/icons/${purpose === "maskable" ? "maskable" : "icon"}-${size}.png`,
    sizes: `${size}x${size}`,
    type: "image/png",
    purpose,
  }) as const;

/** What a phone or desk installs. Its colours are the light ones; the page's own theme-color follows the scheme. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    id: "/",
    name: "Occupancy",
    short_name: "Occupancy",
    description: "Which rooms, zones and desks are used, live.",
    lang: "en",
    start_url: "/",
    scope: "/",
    display: "standalone",
    background_color: "#f5f6f8",
    theme_color: "#ffffff",
    categories: ["business", "productivity"],
    icons: [
      { src: "/icon.svg", sizes: "any", type: "image/svg+xml" },
      icon(192, "any"),
      icon(512, "any"),
      icon(192, "maskable"),
      icon(512, "maskable"),
    ],
    shortcuts: [
      { name: "Live floor", url: "/" },
      { name: "Alerts", url: "/alerts" },
    ],
  };
}
