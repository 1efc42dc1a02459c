import type { VendorStepsProps } from "./ButlrSteps";
import { Field } from "./Field";
import { Step } from "./Step";
import { Steps } from "./Steps";
import classes from "./Steps.module.css";
import { WebhookAddress } from "./WebhookAddress";

/** Connecting Zoom: an app of your own, whose secret token comes here before Zoom asks for it. */
export function ZoomSteps({ vendor, secret }: VendorStepsProps) {
  return (
    <Steps>
      <Step title="Make an app in the Zoom Marketplace">
        <p>
          A Zoom administrator opens{" "}
          <a href="https://marketplace.zoom.us" target="_blank" rel="noreferrer">
            marketplace.zoom.us
          </a>
          , Develop → Build App, and makes a Server-to-Server OAuth app or an admin-managed General App. It stays yours
          alone and need not be published.
        </p>
      </Step>
      <Step title="Bring its Secret Token here">
        <p>
          In the app: Features → Access → Secret Token. It has to be here before the next step, where Zoom asks a
          question that only the token answers.
        </p>
        {secret}
      </Step>
      <Step title="Subscribe to events">
        <p>In the same place switch on Event Subscriptions and add one.</p>
        <dl className={classes.fields}>
          <Field name="Event types">
            <code>zoomroom.sensor_data</code>, <code>zoomroom.alert</code>, <code>zoomroom.delayed_alert</code>,{" "}
            <code>zoomroom.checked_in</code> and <code>zoomroom.checked_out</code> to begin with. Add the permissions
            that Zoom then asks for.
          </Field>
          <Field name="Event notification endpoint URL">
            <WebhookAddress url={vendor.webhookUrl} />
          </Field>
        </dl>
        <p>
          Press Validate, then Save. One subscription is enough: with two, every event comes twice, which does no harm.
        </p>
      </Step>
      <Step title="Activate the app">
        <p>
          Zoom sends nothing until something happens: switch a Zoom Room’s controller off and on, or wait for its
          sensors. The light turns green with the first event. Every 72 hours Zoom asks its question again, and this
          server answers.
        </p>
        <p>
          Zoom does not say which of your rooms and desks its own are. The page where you say it comes with the next
          version (the API can do it today). What they send is kept meanwhile and appears as soon as they stand
          somewhere; visitors are counted without it, if there is one site here.
        </p>
      </Step>
    </Steps>
  );
}
