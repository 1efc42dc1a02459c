import { notificationsStore } from "@mantine/notifications";
import { lazy, Suspense, useState, useSyncExternalStore } from "react";

const Notifications = lazy(() =>
  import("@mantine/notifications").then(({ Notifications }) => ({ default: Notifications })),
);
const isAnything = () => notificationsStore.getState().notifications.length > 0;
const isNothing = () => false;

/** Where short words to the reader appear; fetched with the first of them. */
export function Told() {
  const [wasTold, setTold] = useState(false);
  const isTold = useSyncExternalStore(notificationsStore.subscribe, isAnything, isNothing);
  if (isTold && !wasTold) setTold(true);
  return wasTold ? (
    <Suspense>
      <Notifications position="bottom-center" />
    </Suspense>
  ) : null;
}
