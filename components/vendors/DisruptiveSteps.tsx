import { useText } from "@/components/text/TextProvider";
import { useRich } from "@/components/text/use-rich";
import type { VendorStepsProps } from "./ButlrSteps";
import { Field } from "./Field";
import { Step } from "./Step";
import { Steps } from "./Steps";
import classes from "./Steps.module.css";
import { WebhookAddress } from "./WebhookAddress";

/** Connecting Disruptive Technologies: a signature secret of ours, and a Data Connector in each project. */
export function DisruptiveSteps({ vendor, secret }: VendorStepsProps) {
  const t = useText();
  const rich = useRich();
  return (
    <Steps>
      <Step title={t("Make a signature secret")}>
        <p>{t("DT signs each event with it. Without one it does not sign, and nothing unsigned is taken here.")}</p>
        {secret}
      </Step>
      <Step title={t("Add a Data Connector in DT Studio")}>
        <p>
          {t(
            "Open the project, then API Integrations → Data Connectors → Add Data Connector. Your user there needs the role Project Developer or higher.",
          )}
        </p>
        <dl className={classes.fields}>
          <Field name={t("Endpoint URL")}>
            <WebhookAddress url={vendor.webhookUrl} />
          </Field>
          <Field name={t("Signature secret")}>{t("The one of step 1.")}</Field>
          <Field name={t("Events")}>{t("All of them. What is not used here is kept and does nothing.")}</Field>
          <Field name={t("Labels to include")}>
            {rich(
              "{name}, {room} and others you would like to see beside a sensor. DT sends none by itself, and without {name} a sensor is shown by its id.",
              { name: <code>name</code>, room: <code>room</code> },
            )}
          </Field>
        </dl>
        <p>
          {t(
            "A Data Connector belongs to one project: add one to each project, with the same address and secret. DT accepts only certificates of a public authority.",
          )}
        </p>
      </Step>
      <Step title={t("Touch a sensor")}>
        <p>
          {t(
            "It shows up here within a second, and the light turns green. In API Integrations → Emulator you can make a sensor and press it, too.",
          )}
        </p>
        <p>
          {t(
            "DT does not say which room a sensor is in: you say it under Sources. What the sensors send is kept meanwhile and appears as soon as they stand somewhere.",
          )}
        </p>
      </Step>
    </Steps>
  );
}
