import { HealthChip } from "@/components/floor/FeedChip";
import { useAlertHealth } from "@/lib/client/use-alert-feed";

/** Whether the alerts on screen are now; its own component, because it renders every second. `started` is ms. */
export function FeedHead({ started }: { readonly started: number }) {
  return <HealthChip health={useAlertHealth(started)} started={started} timeZone="local" />;
}
