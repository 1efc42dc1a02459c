import "@fontsource-variable/inter/index.css";
import "@mantine/core/styles.css";
import "@mantine/notifications/styles.css";
import "@/components/theme/tokens.css";
import "@/components/theme/palettes.css";
import { ColorSchemeScript, mantineHtmlProps } from "@mantine/core";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { Providers } from "@/components/Providers";
import { readerPreferences } from "@/lib/http/reader";
import { NONCE_HEADER } from "@/lib/http/security-headers";

export const metadata: Metadata = {
  title: { default: "Occupancy", template: "%s · Occupancy" },
  description: "Which rooms, zones and desks are used, live.",
  robots: { index: false, follow: false },
  icons: { apple: { url: "/icons/apple-180.png", sizes: "180x180" } },
  appleWebApp: { capable: true, title: "Occupancy", statusBarStyle: "default" },
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#15191f" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const preferences = await readerPreferences();
  const nonce = (await headers()).get(NONCE_HEADER) ?? undefined;
  return (
    <html lang={preferences.language} data-palette={preferences.palette} {...mantineHtmlProps}>
      <head>
        <ColorSchemeScript {...(nonce ? { nonce } : {})} defaultColorScheme="auto" />
      </head>
      <body>
        <Providers preferences={preferences}>{children}</Providers>
      </body>
    </html>
  );
}
