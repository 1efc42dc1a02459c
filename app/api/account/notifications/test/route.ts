import { handle, json } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";
import { testOwnNotifications } from "@/lib/services/notifications/own-notifications";

/** Sends oneself a test by each way one chose. */
export const POST = handle("account:write", ANYWHERE, async ({ actor }) => json(await testOwnNotifications(actor)));
