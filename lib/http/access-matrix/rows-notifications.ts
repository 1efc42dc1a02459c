import { randomBytes, randomUUID } from "node:crypto";
import { ChannelAnswer } from "@/lib/core/notifications/channel";
import type { Row, Rows } from "./row";

type Given = NonNullable<Row["given"]>;

/** An address that nothing is ever sent to: it is on this machine. */
const draft = () => ({ kind: "webhook", name: "Matrix", url: "https://127.0.0.1/hook" });
const withChannel: Given = async (_, world) => {
  const made = ChannelAnswer.parse(await world.asAdmin("POST", "/api/channels", draft()));
  return { channelId: made.channel.id };
};
const steps = () => [{ afterMinutes: 0, when: "always", minSeverity: "notice", to: [{ to: "followers" }] }];
const withoutSteps: Given = async (_, { db }) => {
  await db.read.query("DELETE FROM escalation_policy");
  return undefined;
};
const withSteps =
  (isGeneral: boolean): Given =>
  async ({ siteId }, { db }) => {
    await db.read.query(
      "INSERT INTO escalation_policy (site_id, steps, changed_by) VALUES ($1, $2, 'Ada') ON CONFLICT DO NOTHING",
      [isGeneral ? 0 : siteId, JSON.stringify(steps())],
    );
    return undefined;
  };
const wishes = (places: readonly string[] | null) => ({
  isFollowing: true,
  email: true,
  push: false,
  minSeverity: "warning",
  kinds: null,
  places,
  quiet: { from: "22:00", to: "06:00", butCritical: true },
});
const browser = () => ({
  endpoint: `https://push.example/${randomUUID()}`,
  keys: { p256dh: randomBytes(65).toString("base64url"), auth: randomBytes(16).toString("base64url") },
});
const withBrowser: Given = async (_, { db }, asker) => {
  if (asker.userId === null) return { browserId: "1" };
  const { rows } = await db.read.query<{ id: number }>(
    "INSERT INTO push_subscription (user_id, endpoint, p256dh, auth, browser) VALUES ($1, $2, 'x', 'x', 'Firefox') RETURNING id",
    [asker.userId, browser().endpoint],
  );
  return { browserId: String(rows[0]?.id) };
};

/** Channels, who is told when, what was sent, and what people want to be told. */
export const NOTIFICATION_ROWS: Rows = {
  "GET /api/channels": { needs: "settings:read" },
  "POST /api/channels": { needs: "settings:write", body: draft },
  "PATCH /api/channels/[channelId]": {
    needs: "settings:write",
    given: withChannel,
    body: () => ({ version: 1, name: "Another" }),
  },
  "DELETE /api/channels/[channelId]": { needs: "settings:write", given: withChannel },
  "POST /api/channels/[channelId]/test": { needs: "settings:write", given: withChannel },
  "GET /api/escalation": { needs: "rule:write" },
  "PUT /api/escalation": {
    needs: "settings:write",
    given: withoutSteps,
    body: () => ({ version: 0, steps: steps() }),
  },
  "DELETE /api/escalation": { needs: "settings:write", given: withSteps(true) },
  "PUT /api/sites/[siteId]/escalation": {
    needs: "rule:write",
    given: withoutSteps,
    body: () => ({ version: 0, steps: steps() }),
  },
  "DELETE /api/sites/[siteId]/escalation": { needs: "rule:write", given: withSteps(false) },
  "GET /api/notifications": { needs: "rule:write" },
  "GET /api/account/notifications": { needs: "account:write" },
  "PUT /api/account/notifications": {
    needs: "account:write",
    body: () => wishes(null),
    smuggles: (_, theirs) => [wishes([theirs.floorId])],
  },
  "POST /api/account/notifications/test": { needs: "account:write" },
  "POST /api/account/browsers": { needs: "account:write", body: browser },
  "DELETE /api/account/browsers/[browserId]": { needs: "account:write", given: withBrowser },
};
