"use client";

import { PageError } from "@/components/frame/PageError";

export default function AnyPageError({ reset }: { error: Error; reset: () => void }) {
  return <PageError onRetry={reset} />;
}
