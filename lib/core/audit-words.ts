import type { AuditItem } from "./audit";
import { english, type Text, text } from "./text";
import { say, type Words } from "./words";

type Said = Pick<AuditItem, "action" | "object" | "before" | "after">;
type Names = Readonly<Record<string, string>>;

/** What somebody did, after their name; `{name}` is what they did it to. */
const WORDS: Readonly<Record<string, string>> = {
  "audit.export": text("exported the audit log"),
  "audit.view": text("looked at the audit log"),
  "channel.create": text("made the notification channel {name}"),
  "channel.delete": text("removed the notification channel {name}"),
  "channel.test": text("tested the notification channel {name}"),
  "channel.update": text("changed the notification channel {name}"),
  "configuration.export": text("exported the configuration"),
  "configuration.import": text("imported a configuration"),
  "configuration.restore": text("restored a configuration"),
  "delivery.replay": text("judged deliveries anew"),
  "drawing.add": text("uploaded a drawing of {name}"),
  "escalation.reset": text("went back to the general escalation steps"),
  "escalation.set": text("changed who is told of alerts"),
  "invite.accept": text("accepted an invitation"),
  "invite.create": text("invited {name}"),
  "invite.renew": text("made a new invitation link for {name}"),
  "invite.revoke": text("took back the invitation of {name}"),
  "alert.acknowledge": text("acknowledged an alert"),
  "alert.assign": text("assigned an alert"),
  "alert.comment": text("commented on an alert"),
  "alert.uncomment": text("took back a comment on an alert"),
  "alert.reopen": text("opened an alert again"),
  "alert.resolve": text("resolved an alert"),
  "alert.snooze": text("snoozed an alert"),
  "alert.unacknowledge": text("took back an acknowledgement"),
  "alert.unsnooze": text("took back a snooze"),
  "alert-rule.create": text("made an alert rule"),
  "alert-rule.delete": text("removed an alert rule"),
  "alert-rule.update": text("changed an alert rule"),
  "kiosk.pair": text("paired the screen {name}"),
  "kiosk.revoke": text("took back the screen {name}"),
  "kiosk.update": text("changed the screen {name}"),
  "maintenance.create": text("planned maintenance"),
  "maintenance.delete": text("removed a maintenance window"),
  "maintenance.end": text("ended maintenance"),
  "maintenance.update": text("changed a maintenance window"),
  "plan.discard": text("discarded the draft of the plan of {name}"),
  "plan.duplicate": text("copied a plan to {name}"),
  "plan.edit": text("began a draft of the plan of {name}"),
  "plan.import": text("imported a plan of {name}"),
  "plan.publish": text("published the plan of {name}"),
  "report.create": text("had a report mailed regularly"),
  "report.delete": text("removed a report"),
  "report.send": text("tried a report"),
  "report.stop": text("stopped a report, because its owner may not see what it tells"),
  "report.update": text("changed a report"),
  "saved-view.delete": text("forgot a view of the alerts"),
  "saved-view.save": text("saved a view of the alerts"),
  "setting.retention": text("changed how long data is kept"),
  "setting.second-factor": text("changed who needs a second factor"),
  "simulator.start": text("started the simulator"),
  "simulator.stop": text("stopped the simulator"),
  "source.ignore": text("ignored {name}"),
  "source.replace": text("replaced {name} by another source"),
  "source.undo-end": text("put {name} back where it was"),
  "source.undo-start": text("took back a move of {name}"),
  "source.unignore": text("stopped ignoring {name}"),
  "space.export": text("exported the spaces"),
  "space.import": text("imported spaces"),
  "threshold.reset": text("went back to the inherited air limits of {name}"),
  "threshold.set": text("set air limits of {name}"),
  "token.create": text("made the API token {name}"),
  "token.revoke": text("revoked the API token {name}"),
  "user.browser": text("let a browser show notifications"),
  "user.forget-browser": text("let a browser show notifications no more"),
  "user.notifications": text("changed what they are told of"),
  "user.test-notifications": text("tested their notifications"),
  "user.access": text("changed what {name} may do"),
  "user.add-second-factor": text("added a second factor"),
  "user.backup-codes": text("made new backup codes"),
  "user.create": text("made the account of {name}"),
  "user.disable": text("disabled {name}"),
  "user.enable": text("enabled {name}"),
  "user.end-sessions": text("ended sessions of {name}"),
  "user.password": text("changed their password"),
  "user.remove-second-factor": text("removed the second factor of {name}"),
  "user.rename": text("renamed {name}"),
  "user.reset-link": text("made a link for a new password of {name}"),
  "user.reset-password": text("set a new password by a link"),
  "user.sign-in": text("signed in"),
  "user.view": text("looked at the people"),
  "user.view-sessions": text("looked at the sessions of {name}"),
  "visitor.view": text("looked at the names of visitors of {name}"),
  "vendor-secret.promote": text("made the next secret of {name} its secret"),
  "vendor-secret.remove": text("removed a secret of {name}"),
  "vendor-secret.set": text("set a secret of {name}"),
};

const VERBS: Readonly<Record<string, string>> = {
  archive: text("archived {name}"),
  create: text("added {name}"),
  delete: text("removed {name}"),
  restore: text("restored {name}"),
  update: text("changed {name}"),
};

const spaced = (word: string) => word.replaceAll("-", " ");

/** What was done, in plain words that follow a name: "moved Sensor 3 from Fjord to Birch". */
export function auditWords(entry: Said, spaces: Names, t: Text = english): string {
  const { text: said, values } = auditSaying(entry, spaces, t);
  return t(said, values);
}

/** The same, to be said later; names inside are as `t` says them. */
export function auditSaying(entry: Said, spaces: Names, t: Text = english): Words {
  const { action, object } = entry;
  const [noun = "", verb = ""] = action.split(".");
  const name = object.name ?? t("the {type} {id}", { type: spaced(object.type), id: object.id });
  if (action === "source.assign") return moveWords(name, entry, spaces, t);
  const words = WORDS[action] ?? VERBS[verb];
  return words === undefined
    ? say("{words}", { words: `${spaced(noun)}: ${spaced(verb)} ${name}` })
    : { text: words, values: { name } };
}

/** An action by itself, for a list to choose from: "invited …", or as it is called here: "space: update". */
export function actionWords(action: string, t: Text): string {
  const words = WORDS[action];
  return words ? t(words, { name: "…" }) : action.split(".").map(spaced).join(": ");
}

function moveWords(name: string, { before, after }: Said, spaces: Names, t: Text): Words {
  const [from, to] = [before, after].map((side) => {
    const id = isRecord(side) ? side.spaceId : null;
    return id === null || id === undefined ? null : (spaces[String(id)] ?? t("another place"));
  });
  if (to == null) return say("took {name} out of {from}", { name, from: from ?? t("its place") });
  return from == null
    ? say("put {name} into {to}", { name, to })
    : say("moved {name} from {from} to {to}", { name, from, to });
}

export interface AuditChange {
  readonly label: string;
  /** As text; null when there was nothing. */
  readonly before: string | null;
  readonly after: string | null;
}

/** Keys whose values are ids of spaces. */
export const SPACE_KEYS: readonly string[] = [
  "spaceId",
  "parentId",
  "floorId",
  "fromFloorId",
  "siteId",
  "sites",
  "floorIds",
];

const LABELS: Readonly<Record<string, string>> = {
  spaceId: text("place"),
  parentId: text("place"),
  floorId: text("floor"),
  siteId: text("site"),
  fromFloorId: text("from floor"),
  typeId: text("type"),
  customId: text("custom ID"),
  name: text("name"),
  capacity: text("capacity"),
  tags: text("tags"),
  timeZone: text("time zone"),
  workingHours: text("working hours"),
  holidays: text("holidays"),
  sortOrder: text("order"),
  role: text("role"),
  sites: text("sites"),
  email: text("email"),
  disabled: text("disabled"),
  scopes: text("scopes"),
  expiresAt: text("expires at"),
  limits: text("limits"),
  metric: text("metric"),
  severity: text("severity"),
  value: text("value"),
  kind: text("kind"),
  turnS: text("seconds for each floor"),
  floorIds: text("floors"),
  here: text("place of the screen"),
};

type Json = AuditItem["before"];

/** Before and after, side by side: only what differs. */
export function auditDifference(
  { before, after }: Pick<Said, "before" | "after">,
  spaces: Names,
  t: Text = english,
): AuditChange[] {
  const [old, now] = [flat(before), flat(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((path) => {
    const change = {
      label: labelOf(path, t),
      before: textOf(path, old.get(path), spaces, t),
      after: textOf(path, now.get(path), spaces, t),
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

/** A key as a word; what has none here is said as it is called inside. */
function wordOf(key: string, t: Text): string {
  const word = LABELS[key];
  return word ? t(word) : key.replaceAll(/([a-z])([A-Z])/g, (_, end, start) => `${end} ${start.toLowerCase()}`);
}

function labelOf(path: string, t: Text): string {
  const words = path
    .split(".")
    .map((key) => wordOf(key, t))
    .join(", ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function textOf(path: string, value: Json | undefined, spaces: Names, t: Text): string | null {
  if (value === undefined || value === null || value === "") return null;
  if (typeof value === "boolean") return value ? t("yes") : t("no");
  const isSpace = SPACE_KEYS.includes(path.split(".").at(-1) ?? "");
  const named = (one: Json) => (isSpace ? (spaces[String(one)] ?? t("another place")) : plainText(one, t));
  if (!Array.isArray(value)) return named(value);
  return value.length === 0 ? null : value.map(named).join(isRecord(value[0]) ? "; " : ", ");
}

/** Anything as words: moments to the minute, objects as "from 08:00, to 18:00". */
function plainText(value: Json, t: Text): string {
  if (Array.isArray(value)) return value.map((one) => plainText(one, t)).join(", ");
  if (isRecord(value)) {
    const parts = Object.entries(value).map(([key, one]) => `${wordOf(key, t)} ${plainText(one, t)}`);
    return parts.join(", ");
  }
  return String(value).replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(:\d\d)?(\.\d+)?Z$/, "$1 $2 UTC");
}
