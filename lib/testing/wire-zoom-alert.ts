/** `alert_kind`: 1 triggered, 2 cleared, 3 observed. Type 2 is "selected device disconnected"; component 4 the microphone, 5 the camera. */
export const zoomAlert = (
  room: string,
  kind: number,
  at: number,
  { type = 2, component = 5, delayed = false } = {},
) => ({
  event: delayed ? "zoomroom.delayed_alert" : "zoomroom.alert",
  payload: {
    account_id: "acc1",
    object: {
      id: room,
      room_name: room,
      calendar_name: "",
      email: "",
      issue: kind === 2 ? "Selected device is reconnected" : "Selected device has disconnected",
      alert_type: type,
      component,
      alert_time: at,
      alert_kind: kind,
    },
  },
  event_ts: at,
});
