import { DevicePage, DeviceQuery } from "@/lib/core/device-health";
import type { OperationGroup } from "./operation";

export const deviceOperations: OperationGroup = {
  name: "Devices",
  about: "The sensors and appliances of all vendors, and how they are.",
  operations: [
    {
      call: "get /api/devices",
      summary: "Devices with state, battery, signal and when they were last heard",
      needs: "source:read",
      query: DeviceQuery,
      answer: DevicePage,
      csv: true,
    },
  ],
};
