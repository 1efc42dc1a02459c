import { Button, Menu, Modal, Skeleton } from "@mantine/core";
import { IconChevronDown, IconSend } from "@tabler/icons-react";
import { useState } from "react";
import { tell, tellFailure, tellWithUndo } from "@/components/frame/tell";
import { useText } from "@/components/text/TextProvider";
import { CopyText } from "@/components/vendors/CopyText";
import { useChannels } from "@/lib/client/use-channels";
import { type Channel, ChannelKind } from "@/lib/core/notifications/channel";
import { ChannelForm } from "./ChannelForm";
import { ChannelRow } from "./ChannelRow";
import classes from "./Notifications.module.css";
import { channelKindWord } from "./notification-words";

/** What stands in the window: a new one of a kind, or one that is there. */
type Open = { readonly kind: ChannelKind; readonly channel: Channel | null };

/** The ways by which notifications leave. */
export function ChannelsTab() {
  const t = useText();
  const { list, add, change, remove } = useChannels(true);
  const [open, setOpen] = useState<Open | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const items = list.data?.items ?? null;
  const toggle = async (channel: Channel) => {
    try {
      const after = await change({ id: channel.id, version: channel.version, isEnabled: !channel.isEnabled });
      const { name, isEnabled } = after.channel;
      const words = isEnabled ? t("“{name}” is on.", { name }) : t("“{name}” is off.", { name });
      tellWithUndo(words, () =>
        change({ id: channel.id, version: after.channel.version, isEnabled: channel.isEnabled }),
      );
    } catch (error) {
      tellFailure(error);
    }
  };
  const forget = async ({ id, name }: Channel) => {
    try {
      await remove(id);
      tell(t("The channel “{name}” is removed.", { name }));
    } catch (error) {
      tellFailure(error);
    }
  };
  const renew = async ({ id, version }: Channel) => {
    try {
      setSecret((await change({ id, version, newSecret: true })).secret);
    } catch (error) {
      tellFailure(error);
    }
  };
  const hasMail = items?.some(({ kind }) => kind === "email") ?? false;
  return (
    <>
      <div className={classes.head}>
        <p className={classes.lead}>
          {t("The ways by which notifications leave. People are mailed at their own address by the mail server.")}
        </p>
        <Menu position="bottom-end">
          <Menu.Target>
            <Button rightSection={<IconChevronDown size={16} aria-hidden />}>{t("Add a channel")}</Button>
          </Menu.Target>
          <Menu.Dropdown>
            {ChannelKind.options.map((kind) => (
              <Menu.Item
                key={kind}
                disabled={kind === "email" && hasMail}
                onClick={() => setOpen({ kind, channel: null })}
              >
                {channelKindWord(kind, t)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </div>
      {list.error && !items ? (
        <div className={classes.empty} role="alert">
          <p>{t("The channels could not be loaded. {message}", { message: t(list.error.message) })}</p>
          <Button variant="default" onClick={() => void list.refetch()}>
            {t("Try again")}
          </Button>
        </div>
      ) : null}
      {items === null && !list.error ? (
        <Skeleton height={160} role="status" aria-label={t("Loading the channels")} />
      ) : null}
      {items?.length === 0 ? (
        <div className={classes.empty}>
          <IconSend size={28} stroke={1.5} aria-hidden />
          <p>{t("There is no channel yet. Begin with the mail server of your organisation, then press “Test”.")}</p>
        </div>
      ) : null}
      {items && items.length > 0 ? (
        <ul className={classes.list} aria-label={t("Channels")}>
          {items.map((channel) => (
            <ChannelRow
              key={channel.id}
              channel={channel}
              onOpen={() => setOpen({ kind: channel.kind, channel })}
              onToggle={() => void toggle(channel)}
              onRemove={() => void forget(channel)}
              onRenew={channel.kind === "webhook" ? () => void renew(channel) : null}
            />
          ))}
        </ul>
      ) : null}
      <Modal
        opened={open !== null}
        onClose={() => setOpen(null)}
        title={open ? (open.channel?.name ?? channelKindWord(open.kind, t)) : ""}
      >
        {open ? (
          <ChannelForm
            kind={open.kind}
            channel={open.channel}
            onAdd={async (draft) => {
              const made = await add(draft);
              setOpen(null);
              setSecret(made.secret);
            }}
            onChange={async (fields) => {
              if (!open.channel) return;
              await change({ id: open.channel.id, version: open.channel.version, ...fields });
              setOpen(null);
              tell(t("Saved."));
            }}
          />
        ) : null}
      </Modal>
      <Modal opened={secret !== null} onClose={() => setSecret(null)} title={t("Signing secret")}>
        <div className={classes.form}>
          <p className={classes.lead}>
            {t(
              "Give it to the receiver, which checks signatures with it (Standard Webhooks). It is shown only now and cannot be read later.",
            )}
          </p>
          <CopyText label={t("signing secret")} text={secret ?? ""} />
          <Button onClick={() => setSecret(null)}>{t("I have stored it")}</Button>
        </div>
      </Modal>
    </>
  );
}
