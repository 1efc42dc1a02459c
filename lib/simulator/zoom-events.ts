import { ZOOM_ACCOUNT, zoomId } from "./zoom-estate";

/** One event on its way; it leaves Zoom a moment after `at` (ms). */
export interface ZoomEvent {
  readonly event: string;
  readonly at: number;
  readonly object: object;
  /** Who did it; the facilities team when left out. */
  readonly operator?: Operator;
}

interface Operator {
  readonly operator: string;
  readonly operator_id: string;
}

/** Their `event_ts` is a date-time; everybody else's is a whole number of ms. */
const WITH_TEXT_TIME: readonly string[] = [
  "workspace.user_assigned",
  "workspace.user_unassigned",
  "workspace.reservation_questionnaire_response_created",
  "workspace.reservation_questionnaire_response_updated",
  "workspace.pre_check_in_questionnaire_response_created",
];
/** Events that somebody did, and so say who. */
const WITH_OPERATOR = /^(workspace|visitor_management)\.|^zoomroom\.location_/;
const FACILITIES: Operator = { operator: "facilities@example.com", operator_id: zoomId("facilities@example.com") };

/** An event as Zoom POSTs it. */
export function zoomBody({ event, at, object, operator = FACILITIES }: ZoomEvent): string {
  const by = WITH_OPERATOR.test(event) ? operator : {};
  const eventTs = WITH_TEXT_TIME.includes(event) ? dateTime(at) : at;
  return JSON.stringify({ event, payload: { account_id: ZOOM_ACCOUNT, ...by, object }, event_ts: eventTs });
}

/** The question whether the address is ours; its keys come in another order. */
export function challengeBody(at: number): string {
  return JSON.stringify({
    payload: { plainToken: zoomId(`challenge/${at}`) },
    event_ts: at,
    event: "endpoint.url_validation",
  });
}

/** Whole seconds, UTC. */
export const dateTime = (at: number) => `${new Date(at).toISOString().slice(0, 19)}Z`;
