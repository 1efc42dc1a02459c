import { Button, Group, NumberInput, PasswordInput, Select, TagsInput, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { FormError } from "@/components/auth/FormError";
import { useText } from "@/components/text/TextProvider";
import { type Channel, type ChannelChange, ChannelDraft, type ChannelKind } from "@/lib/core/notifications/channel";
import classes from "./Notifications.module.css";

interface ChannelFormProps {
  readonly kind: ChannelKind;
  /** Null for a new one. */
  readonly channel: Channel | null;
  readonly onAdd: (draft: ChannelDraft) => Promise<void>;
  readonly onChange: (fields: Omit<ChannelChange, "version">) => Promise<void>;
}

interface Values {
  readonly name: string;
  readonly url: string;
  readonly host: string;
  readonly port: number;
  readonly security: "tls" | "starttls" | "none";
  readonly user: string;
  readonly password: string;
  readonly from: string;
  readonly to: string[];
}

const EMPTY: Values = {
  ...{ name: "", url: "", host: "", port: 587, security: "starttls" as const },
  ...{ user: "", password: "", from: "", to: [] },
};

function valuesOf(channel: Channel | null): Values {
  if (channel === null) return EMPTY;
  const { name } = channel;
  if (channel.kind === "webhook") return { ...EMPTY, name, url: channel.url };
  if (channel.kind !== "email") return { ...EMPTY, name };
  const { host, port, security, user, from, to } = channel;
  return { ...EMPTY, name, host, port, security, user: user ?? "", from, to };
}

const mailOf = ({ host, port, security, user, from, to }: Values) => ({
  ...{ host, port, security, from, to },
  user: user.trim() === "" ? null : user,
});

/** What a channel needs to know. Secrets are only ever typed in, never shown. */
export function ChannelForm({ kind, channel, onAdd, onChange }: ChannelFormProps) {
  const t = useText();
  const [values, setValues] = useState(() => valuesOf(channel));
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const set = (change: Partial<Values>) => setValues((before) => ({ ...before, ...change }));
  const isMail = kind === "email";
  const keepsUrl = channel !== null && values.url === "";
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { name, url, password } = values;
    const secret = password === "" ? null : password;
    const draft = ChannelDraft.safeParse(
      isMail
        ? { kind, name, ...mailOf(values), password: secret }
        : { kind, name, url: keepsUrl ? "https://x.example" : url },
    );
    if (!draft.success) return setProblem(problemOf(draft.error.issues[0]?.path[0], t));
    setBusy(true);
    try {
      if (channel === null) await onAdd(draft.data);
      else if (isMail) await onChange({ name, mail: mailOf(values), ...(secret !== null && { password: secret }) });
      else await onChange({ name, ...(!keepsUrl && { url }) });
    } catch (error) {
      setProblem(error instanceof Error ? error.message : t("That did not work. Try again."));
      setBusy(false);
    }
    return undefined;
  };
  return (
    <form method="post" noValidate className={classes.form} onSubmit={(event) => void submit(event)}>
      <FormError message={problem} />
      <TextInput
        label={t("Name")}
        data-autofocus
        maxLength={100}
        value={values.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      {isMail ? (
        <MailFields values={values} hasPassword={channel?.kind === "email" && channel.hasPassword} onChange={set} />
      ) : (
        <TextInput
          label={t("Address")}
          description={addressHint(kind, t)}
          placeholder={
            channel === null || kind === "webhook" ? "https://" : t("As it is; type in another to replace it")
          }
          autoComplete="off"
          spellCheck={false}
          value={values.url}
          onChange={(event) => set({ url: event.currentTarget.value.trim() })}
        />
      )}
      <Button type="submit" loading={isBusy}>
        {channel === null ? t("Add") : t("Save")}
      </Button>
    </form>
  );
}

interface MailFieldsProps {
  readonly values: Values;
  readonly hasPassword: boolean;
  readonly onChange: (change: Partial<Values>) => void;
}

function MailFields({ values, hasPassword, onChange }: MailFieldsProps) {
  const t = useText();
  const securities = [
    { value: "starttls", label: t("STARTTLS (587)") },
    { value: "tls", label: t("TLS (465)") },
    { value: "none", label: t("None (own network only)") },
  ];
  const choose = (security: string | null) => {
    const port = security === "tls" ? 465 : security === "none" ? 25 : 587;
    onChange({ security: security === "tls" || security === "none" ? security : "starttls", port });
  };
  return (
    <>
      <Group grow align="flex-start">
        <TextInput
          label={t("Server")}
          placeholder="smtp.example.com"
          spellCheck={false}
          value={values.host}
          onChange={(event) => onChange({ host: event.currentTarget.value.trim() })}
        />
        <NumberInput
          label={t("Port")}
          min={1}
          max={65_535}
          allowDecimal={false}
          hideControls
          thousandSeparator=""
          value={values.port}
          onChange={(port) => typeof port === "number" && onChange({ port })}
        />
      </Group>
      <Select
        label={t("Encryption")}
        allowDeselect={false}
        data={securities}
        value={values.security}
        onChange={choose}
      />
      <TextInput
        label={t("User")}
        description={t("Empty when the server asks for none.")}
        autoComplete="off"
        spellCheck={false}
        value={values.user}
        onChange={(event) => onChange({ user: event.currentTarget.value })}
      />
      <PasswordInput
        label={t("Password")}
        autoComplete="new-password"
        placeholder={hasPassword ? t("Set; type in another to replace it") : ""}
        value={values.password}
        onChange={(event) => onChange({ password: event.currentTarget.value })}
      />
      <TextInput
        label={t("Sender")}
        placeholder="occupancy@example.com"
        type="email"
        value={values.from}
        onChange={(event) => onChange({ from: event.currentTarget.value.trim() })}
      />
      <TagsInput
        label={t("Shared mailboxes")}
        description={t("For steps that name this channel. People are mailed at their own address.")}
        placeholder={values.to.length === 0 ? "facilities@example.com" : ""}
        value={values.to}
        onChange={(to) => onChange({ to })}
      />
    </>
  );
}

function addressHint(kind: ChannelKind, t: ReturnType<typeof useText>): string {
  if (kind === "slack") return t("Of an incoming webhook of your Slack app.");
  if (kind === "teams") return t("Of a workflow “Post to a channel when a webhook request is received”.");
  return t("Where your program receives events; they are signed by Standard Webhooks.");
}

function problemOf(field: PropertyKey | undefined, t: ReturnType<typeof useText>): string {
  if (field === "name") return t("Give it a name.");
  if (field === "url") return t("The address begins with https.");
  if (field === "host") return t("Type in the name of the mail server.");
  if (field === "from") return t("The sender is a mail address.");
  if (field === "to") return t("Shared mailboxes are mail addresses.");
  return t("Some values are not right.");
}
