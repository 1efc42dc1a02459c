"use client";

import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { type ReactNode, useMemo, useState } from "react";
import type { Preferences } from "@/lib/core/preferences";
import { Told } from "./frame/Told";
import { StatePatterns } from "./state/StatePatterns";
import { TextProvider, useText } from "./text/TextProvider";
import { cssVariables } from "./theme/css-variables";
import { themeFor } from "./theme/theme";

const newQueryClient = () =>
  new QueryClient({ defaultOptions: { queries: { retry: 1, refetchOnWindowFocus: false, refetchOnReconnect: true } } });

/** What every page stands in. */
export function Providers({ preferences, children }: { preferences: Preferences; children: ReactNode }) {
  const [queryClient] = useState(newQueryClient);
  return (
    <QueryClientProvider client={queryClient}>
      <NuqsAdapter>
        <TextProvider preferences={preferences}>
          <Themed>
            <StatePatterns />
            <Told />
            {children}
          </Themed>
        </TextProvider>
      </NuqsAdapter>
    </QueryClientProvider>
  );
}

function Themed({ children }: { readonly children: ReactNode }) {
  const t = useText();
  const theme = useMemo(() => themeFor(t), [t]);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      {children}
    </MantineProvider>
  );
}
