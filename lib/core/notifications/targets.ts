import type { Role } from "../access";
import type { AlertKind, AlertSeverity } from "../alert";
import type { SentBy } from "./delivery";
import { isGraveEnough } from "./escalate";
import type { EscalationStep } from "./escalation";
import { USUAL_WISHES, type Wishes } from "./preference";
import { quietUntil } from "./quiet-hours";

/** Somebody who may see the alert. */
export interface Reader {
  readonly userId: string;
  readonly name: string;
  readonly role: Role;
  /** Null when they never said. */
  readonly wishes: Wishes | null;
  /** How many browsers of theirs show notifications. */
  readonly browsers: number;
}

export interface ReachableChannel {
  readonly id: string;
  readonly kind: Exclude<SentBy, "push">;
  readonly name: string;
}

/** What the choice depends on. */
export interface Told {
  readonly kind: AlertKind;
  readonly severity: AlertSeverity;
  /** Ids of its place, floor, …, site. */
  readonly wayUp: readonly number[];
  readonly timeZone: string;
}

/** One message to be sent. */
export interface Target {
  /** The same for the same recipient, however often a step names them. */
  readonly target: string;
  readonly channel: SentBy;
  readonly userId: string | null;
  readonly channelId: string | null;
  readonly recipient: string;
  /** Not before this, ms: they are not to be disturbed. */
  readonly notBefore: number;
}

/** Everybody a step tells, once each by each of their ways. */
export function targetsOf(
  step: EscalationStep,
  alert: Told,
  { readers, channels }: { readonly readers: readonly Reader[]; readonly channels: readonly ReachableChannel[] },
  now: number,
): Target[] {
  const targets = new Map<string, Target>();
  const hasMail = channels.some(({ kind }) => kind === "email");
  for (const recipient of step.to) {
    if (recipient.to === "channel") {
      const channel = channels.find(({ id }) => id === recipient.channelId);
      if (channel) targets.set(`channel:${channel.id}`, toChannel(channel, now));
      continue;
    }
    for (const reader of readers) {
      const wishes = reader.wishes ?? USUAL_WISHES;
      const isMeant =
        (recipient.to === "followers" && wishes.isFollowing) ||
        (recipient.to === "person" && recipient.userId === reader.userId) ||
        (recipient.to === "role" && recipient.role === reader.role);
      if (isMeant && isWanted(wishes, alert))
        for (const target of toPerson(reader, wishes, alert, hasMail, now)) targets.set(target.target, target);
    }
  }
  return [...targets.values()];
}

const toChannel = ({ id, kind, name }: ReachableChannel, now: number): Target => ({
  target: `channel:${id}`,
  channel: kind,
  userId: null,
  channelId: id,
  recipient: name,
  notBefore: now,
});

/** Do their wishes ask for such an alert? */
function isWanted({ minSeverity, kinds, places }: Wishes, alert: Told): boolean {
  return (
    isGraveEnough(alert.severity, minSeverity) &&
    (kinds === null || kinds.includes(alert.kind)) &&
    (places === null || places.some((id) => alert.wayUp.includes(Number(id))))
  );
}

function toPerson(reader: Reader, wishes: Wishes, alert: Told, hasMail: boolean, now: number): Target[] {
  const notBefore = quietUntil(wishes.quiet, alert.severity, alert.timeZone, now) ?? now;
  const ways: SentBy[] = [];
  if (wishes.email && hasMail) ways.push("email");
  if (wishes.push && reader.browsers > 0) ways.push("push");
  return ways.map((channel) => ({
    target: `user:${reader.userId}:${channel}`,
    channel,
    userId: reader.userId,
    channelId: null,
    recipient: reader.name,
    notBefore,
  }));
}
