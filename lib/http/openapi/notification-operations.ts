import { ChannelAnswer, ChannelChange, ChannelDraft, ChannelList, ChannelTest } from "@/lib/core/notifications/channel";
import { NotificationPage, NotificationQuery } from "@/lib/core/notifications/delivery";
import { EscalationChange, EscalationList } from "@/lib/core/notifications/escalation";
import { BrowserDraft, OwnNotifications, OwnTest, Wishes } from "@/lib/core/notifications/preference";
import type { OperationGroup } from "./operation";

export const notificationOperations: OperationGroup = {
  name: "Notifications",
  about:
    "Channels by which notifications leave, who is told of alerts when nobody acknowledges them, and what was sent. " +
    "Signed webhooks follow Standard Webhooks: `webhook-id` stays the same for every try of one message.",
  operations: [
    {
      call: "get /api/channels",
      summary: "Channels, without their secrets",
      needs: "settings:read",
      answer: ChannelList,
    },
    {
      call: "post /api/channels",
      summary: "Makes a channel; the signing secret of a webhook is told once, here",
      needs: "settings:write",
      body: ChannelDraft,
      answer: ChannelAnswer,
      problems: ["conflict"],
    },
    {
      call: "patch /api/channels/{channelId}",
      summary: "Changes a channel; secrets can only be replaced",
      needs: "settings:write",
      body: ChannelChange,
      answer: ChannelAnswer,
      problems: ["conflict"],
    },
    {
      call: "delete /api/channels/{channelId}",
      summary: "Removes a channel: what waits for it is not sent; answers the others",
      needs: "settings:write",
      answer: ChannelList,
    },
    {
      call: "post /api/channels/{channelId}/test",
      summary: "Sends a test and answers what the other side said; a mail server sends it to who asks",
      needs: "settings:write",
      answer: ChannelTest,
    },
    { call: "get /api/escalation", summary: "Whom alerts tell", needs: "rule:write", answer: EscalationList },
    {
      call: "put /api/escalation",
      summary: "Sets the steps of every site without its own",
      needs: "settings:write",
      body: EscalationChange,
      answer: EscalationList,
      problems: ["conflict"],
    },
    {
      call: "delete /api/escalation",
      summary: "Goes back to the usual steps: who asked for it is told at once",
      needs: "settings:write",
      answer: EscalationList,
    },
    {
      call: "put /api/sites/{siteId}/escalation",
      summary: "Gives a site steps of its own",
      needs: "rule:write",
      body: EscalationChange,
      answer: EscalationList,
      problems: ["conflict"],
    },
    {
      call: "delete /api/sites/{siteId}/escalation",
      summary: "The general steps count there again",
      needs: "rule:write",
      answer: EscalationList,
    },
    {
      call: "get /api/notifications",
      summary: "What was sent to whom, and what came of it; newest first",
      needs: "rule:write",
      query: NotificationQuery,
      answer: NotificationPage,
    },
    {
      call: "get /api/account/notifications",
      summary: "What one is told of, and how",
      needs: "account:write",
      answer: OwnNotifications,
    },
    {
      call: "put /api/account/notifications",
      summary: "Says what one wants to be told of",
      needs: "account:write",
      body: Wishes,
      answer: OwnNotifications,
    },
    {
      call: "post /api/account/notifications/test",
      summary: "Sends oneself a test by each way one chose",
      needs: "account:write",
      answer: OwnTest,
    },
    {
      call: "post /api/account/browsers",
      summary: "Shows notifications in a browser, by its Web Push subscription",
      needs: "account:write",
      body: BrowserDraft,
      answer: OwnNotifications,
    },
    {
      call: "delete /api/account/browsers/{browserId}",
      summary: "Shows none in a browser any more",
      needs: "account:write",
      answer: OwnNotifications,
    },
  ],
};
