import { floorOperations, spaceOperations } from "./live-operations";
import type { OperationGroup } from "./operation";
import { planOperations } from "./plan-operations";
import { sourceOperations } from "./source-operations";
import { tokenOperations } from "./token-operations";
import { vendorOperations } from "./vendor-operations";

/** Everything the API can do, in the order of its documentation. */
export const OPERATION_GROUPS: readonly OperationGroup[] = [
  floorOperations,
  spaceOperations,
  planOperations,
  sourceOperations,
  vendorOperations,
  tokenOperations,
];
