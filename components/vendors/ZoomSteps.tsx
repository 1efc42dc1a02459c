import { useText } from "@/components/text/TextProvider";
import { useRich } from "@/components/text/use-rich";
import type { VendorStepsProps } from "./ButlrSteps";
import { Field } from "./Field";
import { Step } from "./Step";
import { Steps } from "./Steps";
import classes from "./Steps.module.css";
import { WebhookAddress } from "./WebhookAddress";

const MARKETPLACE = (
  <a href="https://marketplace.zoom.us" target="_blank" rel="noreferrer">
    marketplace.zoom.us
  </a>
);

/** Connecting Zoom: an app of your own, whose secret token comes here before Zoom asks for it. */
export function ZoomSteps({ vendor, secret }: VendorStepsProps) {
  const t = useText();
  const rich = useRich();
  return (
    <Steps>
      <Step title={t("Make an app in the Zoom Marketplace")}>
        <p>
          {rich(
            "A Zoom administrator opens {marketplace}, Develop → Build App, and makes a Server-to-Server OAuth app or an admin-managed General App. It stays yours alone and need not be published.",
            { marketplace: MARKETPLACE },
          )}
        </p>
      </Step>
      <Step title={t("Bring its Secret Token here")}>
        <p>
          {t(
            "In the app: Features → Access → Secret Token. It has to be here before the next step, where Zoom asks a question that only the token answers.",
          )}
        </p>
        {secret}
      </Step>
      <Step title={t("Subscribe to events")}>
        <p>{t("In the same place switch on Event Subscriptions and add one.")}</p>
        <dl className={classes.fields}>
          <Field name={t("Event types")}>
            {rich(
              "{sensorData}, {alert}, {delayedAlert}, {checkedIn} and {checkedOut} to begin with. Add the permissions that Zoom then asks for.",
              {
                sensorData: <code>zoomroom.sensor_data</code>,
                alert: <code>zoomroom.alert</code>,
                delayedAlert: <code>zoomroom.delayed_alert</code>,
                checkedIn: <code>zoomroom.checked_in</code>,
                checkedOut: <code>zoomroom.checked_out</code>,
              },
            )}
          </Field>
          <Field name={t("Event notification endpoint URL")}>
            <WebhookAddress url={vendor.webhookUrl} />
          </Field>
        </dl>
        <p>
          {t(
            "Press Validate, then Save. One subscription is enough: with two, every event comes twice, which does no harm.",
          )}
        </p>
      </Step>
      <Step title={t("Activate the app")}>
        <p>
          {t(
            "Zoom sends nothing until something happens: switch a Zoom Room’s controller off and on, or wait for its sensors. The light turns green with the first event. Every 72 hours Zoom asks its question again, and this server answers.",
          )}
        </p>
        <p>
          {t(
            "Zoom does not say which of your rooms and desks its own are: you say it under Sources. What they send is kept meanwhile and appears as soon as they stand somewhere; visitors are counted without it, if there is one site here.",
          )}
        </p>
      </Step>
    </Steps>
  );
}
