import type { AuditItem } from "./audit";

type Said = Pick<AuditItem, "action" | "object" | "before" | "after">;
type Names = Readonly<Record<string, string>>;

/** What somebody did, after their name; `{}` is what they did it to. */
const WORDS: Readonly<Record<string, string>> = {
  "audit.export": "exported the audit log",
  "audit.view": "looked at the audit log",
  "channel.create": "made the notification channel {}",
  "channel.delete": "removed the notification channel {}",
  "channel.test": "tested the notification channel {}",
  "channel.update": "changed the notification channel {}",
  "configuration.export": "exported the configuration",
  "configuration.import": "imported a configuration",
  "delivery.replay": "judged deliveries anew",
  "drawing.add": "uploaded a drawing of {}",
  "escalation.reset": "went back to the general escalation steps",
  "escalation.set": "changed who is told of alerts",
  "invite.accept": "accepted an invitation",
  "invite.create": "invited {}",
  "invite.renew": "made a new invitation link for {}",
  "invite.revoke": "took back the invitation of {}",
  "alert.acknowledge": "acknowledged an alert",
  "alert.assign": "assigned an alert",
  "alert.comment": "commented on an alert",
  "alert.reopen": "opened an alert again",
  "alert.resolve": "resolved an alert",
  "alert.snooze": "snoozed an alert",
  "alert.unacknowledge": "took back an acknowledgement",
  "alert.unsnooze": "took back a snooze",
  "alert-rule.create": "made an alert rule",
  "alert-rule.delete": "removed an alert rule",
  "alert-rule.update": "changed an alert rule",
  "kiosk.pair": "paired the screen {}",
  "kiosk.revoke": "took back the screen {}",
  "kiosk.update": "changed the screen {}",
  "maintenance.create": "planned maintenance",
  "maintenance.delete": "removed a maintenance window",
  "maintenance.end": "ended maintenance",
  "maintenance.update": "changed a maintenance window",
  "plan.discard": "discarded the draft of the plan of {}",
  "plan.duplicate": "copied a plan to {}",
  "plan.edit": "began a draft of the plan of {}",
  "plan.publish": "published the plan of {}",
  "saved-view.delete": "forgot a view of the alerts",
  "saved-view.save": "saved a view of the alerts",
  "setting.retention": "changed how long data is kept",
  "setting.second-factor": "changed who needs a second factor",
  "simulator.start": "started the simulator",
  "simulator.stop": "stopped the simulator",
  "source.ignore": "ignored {}",
  "source.replace": "replaced {} by another source",
  "source.undo": "took back a move of {}",
  "source.unignore": "stopped ignoring {}",
  "space.export": "exported the spaces",
  "space.import": "imported spaces",
  "threshold.reset": "went back to the inherited air limits of {}",
  "threshold.set": "set air limits of {}",
  "token.create": "made the API token {}",
  "token.revoke": "revoked the API token {}",
  "user.browser": "let a browser show notifications",
  "user.forget-browser": "let a browser show notifications no more",
  "user.notifications": "changed what they are told of",
  "user.test-notifications": "tested their notifications",
  "user.access": "changed what {} may do",
  "user.add-second-factor": "added a second factor",
  "user.backup-codes": "made new backup codes",
  "user.create": "made the account of {}",
  "user.disable": "disabled {}",
  "user.enable": "enabled {}",
  "user.end-sessions": "ended sessions of {}",
  "user.password": "changed their password",
  "user.remove-second-factor": "removed the second factor of {}",
  "user.rename": "renamed {}",
  "user.reset-link": "made a link for a new password of {}",
  "user.reset-password": "set a new password by a link",
  "user.sign-in": "signed in",
  "user.view": "looked at the people",
  "user.view-sessions": "looked at the sessions of {}",
  "vendor-secret.promote": "made the next secret of {} its secret",
  "vendor-secret.remove": "removed a secret of {}",
  "vendor-secret.set": "set a secret of {}",
};

const VERBS: Readonly<Record<string, string>> = {
  archive: "archived",
  create: "added",
  delete: "removed",
  restore: "restored",
  update: "changed",
};

const spaced = (word: string) => word.replaceAll("-", " ");

/** What was done, in plain words that follow a name: "moved Sensor 3 from Fjord to Birch". */
export function auditWords(entry: Said, spaces: Names): string {
  const { action, object } = entry;
  const [noun = "", verb = ""] = action.split(".");
  const name = object.name ?? `the ${spaced(object.type)} ${object.id}`;
  if (action === "source.assign") return moveWords(name, entry, spaces);
  const words = WORDS[action] ?? (VERBS[verb] === undefined ? undefined : `${VERBS[verb]} {}`);
  return words === undefined ? `${spaced(noun)}: ${spaced(verb)} ${name}` : words.replace("{}", () => name);
}

/** An action by itself, for a list to choose from: "space: update". */
export const actionWords = (action: string): string => action.split(".").map(spaced).join(": ");

function moveWords(name: string, { before, after }: Said, spaces: Names): string {
  const [from, to] = [before, after].map((side) => {
    const id = isRecord(side) ? side.spaceId : null;
    return id === null || id === undefined ? null : (spaces[String(id)] ?? "another place");
  });
  if (to == null) return `took ${name} out of ${from ?? "its place"}`;
  return from == null ? `put ${name} into ${to}` : `moved ${name} from ${from} to ${to}`;
}

export interface AuditChange {
  readonly label: string;
  /** As text; null when there was nothing. */
  readonly before: string | null;
  readonly after: string | null;
}

/** Keys whose values are ids of spaces. */
export const SPACE_KEYS: readonly string[] = ["spaceId", "parentId", "floorId", "fromFloorId", "siteId", "sites"];

const LABELS: Readonly<Record<string, string>> = {
  spaceId: "Place",
  parentId: "Place",
  fromFloorId: "From floor",
  typeId: "Type",
  customId: "Custom ID",
};

type Json = AuditItem["before"];

/** Before and after, side by side: only what differs. */
export function auditDifference({ before, after }: Pick<Said, "before" | "after">, spaces: Names): AuditChange[] {
  const [old, now] = [flat(before), flat(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((path) => {
    const change = {
      label: labelOf(path),
      before: textOf(path, old.get(path), spaces),
      after: textOf(path, now.get(path), spaces),
    };
    return change.before === change.after ? [] : [change];
  });
}

const isRecord = (value: Json | undefined): value is { [key: string]: Json } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Values by their path; objects inside are opened one level. */
function flat(value: Json): Map<string, Json> {
  if (value === null) return new Map();
  if (!isRecord(value)) return new Map([["value", value]]);
  return new Map(
    Object.entries(value).flatMap(([key, inner]): [string, Json][] =>
      isRecord(inner) ? Object.entries(inner).map(([name, deep]) => [`${key}.${name}`, deep]) : [[key, inner]],
    ),
  );
}

function labelOf(path: string): string {
  const words = path
    .split(".")
    .map((key) => LABELS[key] ?? key.replaceAll(/([a-z])([A-Z])/g, (_, end, start) => `${end} ${start.toLowerCase()}`))
    .join(", ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function textOf(path: string, value: Json | undefined, spaces: Names): string | null {
  if (value === undefined || value === null || value === "") return null;
  if (typeof value === "boolean") return value ? "yes" : "no";
  const isSpace = SPACE_KEYS.includes(path.split(".").at(-1) ?? "");
  const named = (one: Json) => (isSpace ? (spaces[String(one)] ?? "another place") : plainText(one));
  if (!Array.isArray(value)) return named(value);
  return value.length === 0 ? null : value.map(named).join(isRecord(value[0]) ? "; " : ", ");
}

/** Anything as words: moments to the minute, objects as "from 08:00, to 18:00". */
function plainText(value: Json): string {
  if (Array.isArray(value)) return value.map(plainText).join(", ");
  if (isRecord(value)) {
    const parts = Object.entries(value).map(([key, one]) => `${labelOf(key).toLowerCase()} ${plainText(one)}`);
    return parts.join(", ");
  }
  return String(value).replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(:\d\d)?(\.\d+)?Z$/, "$1 $2 UTC");
}
