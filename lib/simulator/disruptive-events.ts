import { DISRUPTIVE_PRODUCTS, DISRUPTIVE_PROJECT, type DisruptiveDevice, disruptiveId } from "./disruptive-devices";

/** What a device says, without who and when. */
export interface Happening {
  readonly type: string;
  /** What stands under the type's own name. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** When: ms, and the µs of the timestamp's last three digits. */
export interface Moment {
  readonly ms: number;
  readonly us: number;
}

/** RFC 3339 in UTC with six digits, as DT writes it. */
export const timestampOf = ({ ms, us }: Moment) =>
  `${new Date(ms).toISOString().slice(0, -1)}${String(us).padStart(3, "0")}Z`;

/** An event as a Data Connector POSTs it. The same words at the same moment have the same event id. */
export function disruptiveEvent(device: DisruptiveDevice, { type, body }: Happening, moment: Moment): string {
  const timestamp = timestampOf(moment);
  const { isBackfilled, ...rest } = body;
  const said = { ...rest, updateTime: timestamp, ...(isBackfilled === undefined ? {} : { isBackfilled }) };
  return envelope(device, type, timestamp, { [type]: said });
}

/** The one event whose data has no name of its own and no update time. */
export function labelsChangedEvent(device: DisruptiveDevice, changes: object, moment: Moment): string {
  return envelope(device, "labelsChanged", timestampOf(moment), changes);
}

function envelope(device: DisruptiveDevice, eventType: string, timestamp: string, data: object): string {
  return JSON.stringify({
    event: {
      eventId: disruptiveId(`${device.key}/${timestamp}/${JSON.stringify(data)}`),
      targetName: `projects/${DISRUPTIVE_PROJECT}/devices/${device.id}`,
      eventType,
      data,
      timestamp,
    },
    labels: device.labels,
    metadata: {
      deviceId: device.id,
      projectId: DISRUPTIVE_PROJECT,
      deviceType: device.type,
      productNumber: DISRUPTIVE_PRODUCTS[device.type].productNumber,
    },
  });
}
