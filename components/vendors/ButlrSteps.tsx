import type { ReactNode } from "react";
import { useText } from "@/components/text/TextProvider";
import { useRich } from "@/components/text/use-rich";
import type { VendorSummary } from "@/lib/core/vendor";
import { CopyText } from "./CopyText";
import { Field } from "./Field";
import { Step } from "./Step";
import { Steps } from "./Steps";
import classes from "./Steps.module.css";
import { WebhookAddress } from "./WebhookAddress";

export interface VendorStepsProps {
  readonly vendor: VendorSummary;
  /** Where the secret is set. */
  readonly secret: ReactNode;
  /** The secret set a moment ago, to be taken along. */
  readonly fresh: string | null;
}

/** Connecting Butlr: a key of ours, and webhooks by their API. */
export function ButlrSteps({ vendor, secret, fresh }: VendorStepsProps) {
  const t = useText();
  const rich = useRich();
  const endpoint = {
    url: vendor.webhookUrl,
    httpTimeout: 10,
    apiKey: { key: vendor.header, value: fresh ?? t("<the key of step 1>") },
  };
  return (
    <Steps>
      <Step title={t("Make a key")}>
        <p>
          {t(
            "Butlr does not sign its webhooks: this key in a request header is the only proof that they are Butlr’s, so let it be long and keep it between the two servers.",
          )}
        </p>
        {secret}
      </Step>
      <Step title={t("Create the webhooks at Butlr")}>
        <p>
          {rich(
            "Use the mutation {createWebhooks} of Butlr’s GraphQL API ({address}), or send this to Butlr support and ask them to do it. The new webhooks need:",
            { createWebhooks: <code>createWebhooks</code>, address: <code>api.butlr.io/api/v3/graphql</code> },
          )}
        </p>
        <dl className={classes.fields}>
          <Field name={t("Address")}>
            <WebhookAddress url={vendor.webhookUrl} />
          </Field>
          <Field name="event_types">
            {rich(
              "{roomOccupancy} and {zoneOccupancy} first, a webhook for each. Others can follow: what is not used here is kept and does nothing.",
              { roomOccupancy: <code>ROOM_OCCUPANCY</code>, zoneOccupancy: <code>ZONE_OCCUPANCY</code> },
            )}
          </Field>
          <Field name="endpoint_config">
            <CopyText label={t("endpoint configuration")} text={JSON.stringify(endpoint, null, 2)} />
          </Field>
          <Field name="send_on_value_change">
            {rich(
              "{off}, so that every minute is also a sign of life. If yours is {on}, start this server with {setting}, or quiet rooms turn stale.",
              {
                off: <code>false</code>,
                on: <code>true</code>,
                setting: <code>BUTLR_SEND_ON_VALUE_CHANGE=true</code>,
              },
            )}
          </Field>
        </dl>
      </Step>
      <Step title={t("Wait for the first event")}>
        <p>
          {t(
            "Butlr tells each room’s count every minute. The first event creates its site, building, floor and room here, and the light on this page turns green by itself.",
          )}
        </p>
      </Step>
    </Steps>
  );
}
