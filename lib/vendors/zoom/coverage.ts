import type { EventCoverage } from "../adapter";

/** What becomes of each event Zoom documents (developers.zoom.us, Zoom Rooms, Workspaces and Visitor Management). */
export const COVERAGE: readonly EventCoverage[] = [
  { type: "zoomroom.alert", stored: "signal of the room by type and component", shown: "trouble on card and panel" },
  {
    type: "zoomroom.delayed_alert",
    stored: "the same signal as the alert it delays",
    shown: "trouble on card and panel",
  },
  {
    type: "zoomroom.sensor_data",
    stored: "readings of the appliance: occupancy, temperature, humidity, co2, voc, aqi, pm25, pm10, pressure",
    shown: "people and air in card, panel and chart",
  },
  { type: "zoomroom.checked_in", stored: "booking: checked in", shown: "booking in the panel; never a count" },
  { type: "zoomroom.checked_out", stored: "booking: checked out", shown: "booking in the panel; never a count" },
  {
    type: "zoomroom.created",
    stored: "source room; fact removed false",
    shown: "GET /api/sources?assigned=false until it stands in a space",
  },
  { type: "zoomroom.updated", stored: "name of the source", shown: "name of the source" },
  { type: "zoomroom.deleted", stored: "fact removed true", shown: "no longer a source of its space" },
  { type: "zoomroom.location_created", stored: "source location; facts parent and type", shown: "site of visitors" },
  { type: "zoomroom.location_updated", stored: "name of the source; facts parent and type", shown: "site of visitors" },
  { type: "zoomroom.location_deleted", stored: "fact removed true", shown: "site of visitors" },
  { type: "zoomroom.digital_signage_app_started", stored: "fact signage", shown: "GET /api/sources" },
  { type: "zoomroom.digital_signage_app_ended", stored: "fact signage", shown: "GET /api/sources" },
  {
    type: "zoomroom.thirdparty_meeting_attempted",
    stored: "fact meeting; the passcode is dropped",
    shown: "GET /api/sources",
  },
  {
    type: "workspace.created",
    stored: "source workspace; fact removed false",
    shown: "GET /api/sources?assigned=false until it stands in a space",
  },
  { type: "workspace.updated", stored: "name of the source", shown: "name of the source" },
  { type: "workspace.deleted", stored: "fact removed true", shown: "no longer a source of its space" },
  {
    type: "workspace.reservation_created",
    stored: "booking; checked in when it says so",
    shown: "booked and no show; who booked is never on a floor",
  },
  {
    type: "workspace.reservation_update",
    stored: "booking, its times and desk",
    shown: "booked and no show; who booked is never on a floor",
  },
  { type: "workspace.reservation_deleted", stored: "booking cancelled, for good", shown: "not booked" },
  { type: "workspace.reservation_checked_in", stored: "booking: checked in", shown: "booking in the panel" },
  { type: "workspace.reservation_checked_out", stored: "booking: checked out", shown: "booking in the panel" },
  { type: "workspace.user_assigned", stored: "fact assigned true; who is dropped", shown: "GET /api/sources" },
  { type: "workspace.user_unassigned", stored: "fact assigned false", shown: "GET /api/sources" },
  {
    type: "workspace.reservation_questionnaire_response_created",
    stored: "fact questionnaire: when it was answered; the answers are dropped before anything is stored",
    shown: "GET /api/sources",
  },
  {
    type: "workspace.reservation_questionnaire_response_updated",
    stored: "fact questionnaire: when it was answered; the answers are dropped before anything is stored",
    shown: "GET /api/sources",
  },
  {
    type: "workspace.pre_check_in_questionnaire_response_created",
    stored: "fact questionnaire: when it was answered; the answers are dropped before anything is stored",
    shown: "GET /api/sources",
  },
  {
    type: "visitor_management.invitation_created",
    stored: "visit expected; names sealed, addresses as pseudonyms",
    shown: "visitors expected today, as a number",
  },
  {
    type: "visitor_management.invitation_updated",
    stored: "visit expected, by its invitation",
    shown: "visitors expected today, as a number",
  },
  {
    type: "visitor_management.invitation_deleted",
    stored: "visit cancelled: the newest open one of visitor, host and location",
    shown: "visitors expected today, as a number",
  },
  { type: "visitor_management.checked_in", stored: "visit: in", shown: "visitors in the building, as a number" },
  {
    type: "visitor_management.checked_out",
    stored: "visit: out, never below none",
    shown: "visitors in the building, as a number",
  },
  { type: "endpoint.url_validation", stored: "nothing", shown: "answered when it is signed and its token is plain" },
];
