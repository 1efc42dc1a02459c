"use client";

import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { type ReactNode, useState } from "react";
import type { Locale } from "@/lib/core/locale";
import type { Catalogue } from "@/lib/core/text";
import { StatePatterns } from "./state/StatePatterns";
import { TextProvider } from "./text/TextProvider";
import { cssVariables } from "./theme/css-variables";
import { theme } from "./theme/theme";

const newQueryClient = () =>
  new QueryClient({ defaultOptions: { queries: { retry: 1, refetchOnWindowFocus: false, refetchOnReconnect: true } } });

/** What every page stands in. */
export function Providers(props: { locale: Locale; catalogue: Catalogue; children: ReactNode }) {
  const { locale, catalogue, children } = props;
  const [queryClient] = useState(newQueryClient);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <QueryClientProvider client={queryClient}>
        <NuqsAdapter>
          <TextProvider locale={locale} catalogue={catalogue}>
            <StatePatterns />
            <Notifications position="bottom-center" />
            {children}
          </TextProvider>
        </NuqsAdapter>
      </QueryClientProvider>
    </MantineProvider>
  );
}
