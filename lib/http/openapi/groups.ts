import { airOperations } from "./air-operations";
import { alertOperations, alertRuleOperations } from "./alert-operations";
import { auditOperations } from "./audit-operations";
import { bookedOperations, visitorOperations } from "./booked-operations";
import { deviceOperations } from "./device-operations";
import { floorPageOperations } from "./floor-page-operations";
import { historyOperations, storageOperations } from "./history-operations";
import { importOperations } from "./import-operations";
import { inboxOperations } from "./inbox-operations";
import { kioskOperations } from "./kiosk-operations";
import { floorOperations, spaceOperations } from "./live-operations";
import { notificationOperations } from "./notification-operations";
import type { OperationGroup } from "./operation";
import { accountOperations, peopleOperations } from "./people-operations";
import { planOperations } from "./plan-operations";
import { maintenanceOperations, pastOperations, whyOperations } from "./replay-operations";
import { reportOperations } from "./report-operations";
import { sourceOperations } from "./source-operations";
import { treeOperations } from "./space-operations";
import { startOperations } from "./start-operations";
import { tokenOperations } from "./token-operations";
import { vendorOperations } from "./vendor-operations";

/** Everything the API can do, in the order of its documentation. */
export const OPERATION_GROUPS: readonly OperationGroup[] = [
  floorOperations,
  spaceOperations,
  alertOperations,
  alertRuleOperations,
  notificationOperations,
  airOperations,
  floorPageOperations,
  treeOperations,
  historyOperations,
  reportOperations,
  bookedOperations,
  visitorOperations,
  planOperations,
  pastOperations,
  whyOperations,
  maintenanceOperations,
  sourceOperations,
  deviceOperations,
  importOperations,
  vendorOperations,
  inboxOperations,
  peopleOperations,
  accountOperations,
  tokenOperations,
  kioskOperations,
  startOperations,
  storageOperations,
  auditOperations,
];
