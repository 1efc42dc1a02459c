import { importOperations } from "./import-operations";
import { floorOperations, spaceOperations } from "./live-operations";
import type { OperationGroup } from "./operation";
import { planOperations } from "./plan-operations";
import { treeOperations } from "./space-operations";
import { tokenOperations } from "./token-operations";
import { sourceOperations, vendorOperations } from "./vendor-operations";

/** Everything the API can do, in the order of its documentation. */
export const OPERATION_GROUPS: readonly OperationGroup[] = [
  floorOperations,
  spaceOperations,
  treeOperations,
  planOperations,
  sourceOperations,
  importOperations,
  vendorOperations,
  tokenOperations,
];
