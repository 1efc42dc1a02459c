import type { Catalogue } from "@/lib/core/text";
import account from "./fr/account.json";
import admin from "./fr/admin.json";
import alerts from "./fr/alerts.json";
import booked from "./fr/booked.json";
import common from "./fr/common.json";
import devices from "./fr/devices.json";
import editor from "./fr/editor.json";
import floor from "./fr/floor.json";
import history from "./fr/history.json";
import notifications from "./fr/notifications.json";
import people from "./fr/people.json";
import server from "./fr/server.json";
import sources from "./fr/sources.json";
import space from "./fr/space.json";
import spaces from "./fr/spaces.json";

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
