import type { Catalogue } from "@/lib/core/text";
import account from "./ja/account.json";
import admin from "./ja/admin.json";
import alerts from "./ja/alerts.json";
import booked from "./ja/booked.json";
import common from "./ja/common.json";
import devices from "./ja/devices.json";
import editor from "./ja/editor.json";
import floor from "./ja/floor.json";
import history from "./ja/history.json";
import notifications from "./ja/notifications.json";
import people from "./ja/people.json";
import server from "./ja/server.json";
import sources from "./ja/sources.json";
import space from "./ja/space.json";
import spaces from "./ja/spaces.json";

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
