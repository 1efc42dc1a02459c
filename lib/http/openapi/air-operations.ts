import { AirDecayAnswer } from "@/lib/core/air-decay";
import type { OperationGroup } from "./operation";

export const airOperations: OperationGroup = {
  name: "Air",
  about: "How the air of a space clears once nobody is in.",
  operations: [
    {
      call: "get /api/spaces/{spaceId}/air-decay",
      summary: "Minutes from the last person until half of the CO₂ above the outside level was gone, and what is usual",
      needs: "space:read",
      answer: AirDecayAnswer,
    },
  ],
};
