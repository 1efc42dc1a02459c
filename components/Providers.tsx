"use client";

import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { type ReactNode, useState } from "react";
import { StatePatterns } from "./state/StatePatterns";
import { cssVariables } from "./theme/css-variables";
import { theme } from "./theme/theme";

const newQueryClient = () =>
  new QueryClient({ defaultOptions: { queries: { retry: 1, refetchOnWindowFocus: false, refetchOnReconnect: true } } });

/** What every page stands in. */
export function Providers({ children }: { children: ReactNode }) {
  const [queryClient] = useState(newQueryClient);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <QueryClientProvider client={queryClient}>
        <NuqsAdapter>
          <StatePatterns />
          <Notifications position="bottom-center" />
          {children}
        </NuqsAdapter>
      </QueryClientProvider>
    </MantineProvider>
  );
}
