import type { Catalogue } from "@/lib/core/text";
import account from "./es/account.json";
import admin from "./es/admin.json";
import alerts from "./es/alerts.json";
import booked from "./es/booked.json";
import common from "./es/common.json";
import devices from "./es/devices.json";
import editor from "./es/editor.json";
import floor from "./es/floor.json";
import history from "./es/history.json";
import notifications from "./es/notifications.json";
import people from "./es/people.json";
import server from "./es/server.json";
import sources from "./es/sources.json";
import space from "./es/space.json";
import spaces from "./es/spaces.json";

/** Every text in this language; one file for each area of the interface. */
export const catalogue: Catalogue = {
  ...account,
  ...admin,
  ...alerts,
  ...booked,
  ...common,
  ...devices,
  ...editor,
  ...floor,
  ...history,
  ...notifications,
  ...people,
  ...server,
  ...sources,
  ...space,
  ...spaces,
};
