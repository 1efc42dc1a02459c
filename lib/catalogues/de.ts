import type { Catalogue } from "@/lib/core/text";
import account from "./de/account.json";
import admin from "./de/admin.json";
import alerts from "./de/alerts.json";
import booked from "./de/booked.json";
import common from "./de/common.json";
import devices from "./de/devices.json";
import editor from "./de/editor.json";
import floor from "./de/floor.json";
import history from "./de/history.json";
import notifications from "./de/notifications.json";
import people from "./de/people.json";
import server from "./de/server.json";
import sources from "./de/sources.json";
import space from "./de/space.json";
import spaces from "./de/spaces.json";

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
