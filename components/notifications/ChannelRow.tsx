import { Button, Menu, Switch } from "@mantine/core";
import {
  IconAlertTriangle,
  IconBrandSlack,
  IconBrandTeams,
  IconCircleCheck,
  IconDots,
  IconMail,
  IconWebhook,
} from "@tabler/icons-react";
import { useText } from "@/components/text/TextProvider";
import { useTestChannel } from "@/lib/client/use-channels";
import type { Channel, ChannelKind, ChannelTest } from "@/lib/core/notifications/channel";
import classes from "./Notifications.module.css";
import { channelKindWord, channelLine } from "./notification-words";

const ICONS: Record<ChannelKind, typeof IconMail> = {
  email: IconMail,
  slack: IconBrandSlack,
  teams: IconBrandTeams,
  webhook: IconWebhook,
};

interface ChannelRowProps {
  readonly channel: Channel;
  readonly onOpen: () => void;
  readonly onToggle: () => void;
  readonly onRemove: () => void;
  /** Null where there is no signing secret. */
  readonly onRenew: (() => void) | null;
}

/** One channel, its switch, and a test that shows what the other side answers. */
export function ChannelRow({ channel, onOpen, onToggle, onRemove, onRenew }: ChannelRowProps) {
  const t = useText();
  const test = useTestChannel(channel.id);
  const Icon = ICONS[channel.kind];
  const { name } = channel;
  return (
    <li className={classes.row} data-off={!channel.isEnabled || undefined}>
      <div className={classes.line}>
        <Icon size={20} stroke={1.75} className={classes.icon} aria-hidden />
        <span className={classes.what}>
          <span className={classes.name}>{name}</span>
          <span className={classes.quiet}>
            {channelKindWord(channel.kind, t)} · {channelLine(channel, t)}
          </span>
        </span>
        <span className={classes.actions}>
          <Button
            size="xs"
            variant="default"
            loading={test.isPending}
            aria-label={t("Test {name}", { name })}
            onClick={() => test.mutate()}
          >
            {t("Test")}
          </Button>
          <Switch size="sm" aria-label={t("{name} is on", { name })} checked={channel.isEnabled} onChange={onToggle} />
          <Menu position="bottom-end">
            <Menu.Target>
              <Button size="xs" variant="subtle" px={6} aria-label={t("More about {name}", { name })}>
                <IconDots size={16} aria-hidden />
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={onOpen}>{t("Change")}</Menu.Item>
              {onRenew ? <Menu.Item onClick={onRenew}>{t("New signing secret")}</Menu.Item> : null}
              <Menu.Item color="red" onClick={onRemove}>
                {t("Remove")}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </span>
      </div>
      <div role="status">
        {test.data ? <TestAnswer test={test.data} /> : null}
        {test.error ? <TestAnswer test={{ ok: false, answer: t(test.error.message), tookMs: 0 }} /> : null}
      </div>
    </li>
  );
}

function TestAnswer({ test: { ok, answer, tookMs } }: { readonly test: ChannelTest }) {
  const t = useText();
  const Icon = ok ? IconCircleCheck : IconAlertTriangle;
  return (
    <div className={classes.answer}>
      <Icon size={16} stroke={2} className={ok ? classes.good : classes.bad} aria-hidden />
      <span>
        {ok ? t("Sent in {ms, number} ms. The other side answered:", { ms: tookMs }) : t("Not sent. The answer was:")}{" "}
        <code>{answer}</code>
      </span>
    </div>
  );
}
