import { KioskChange, KioskDraft, KioskList } from "@/lib/core/kiosk";
import type { OperationGroup } from "./operation";

export const kioskOperations: OperationGroup = {
  name: "Screens",
  about: "Screens on a wall: read-only, paired by a code, each for floors of one site.",
  operations: [
    {
      call: "get /api/kiosks",
      summary: "Paired screens",
      needs: "space:write",
      answer: KioskList,
    },
    {
      call: "post /api/kiosks",
      summary: "Pairs the screen that shows a code; answers all screens",
      needs: "space:write",
      body: KioskDraft,
      answer: KioskList,
    },
    {
      call: "patch /api/kiosks/{kioskId}",
      summary: "Changes what a screen shows; answers all screens",
      needs: "space:write",
      body: KioskChange,
      answer: KioskList,
    },
    {
      call: "delete /api/kiosks/{kioskId}",
      summary: "Takes a screen back: it goes blank within a second; answers the others",
      needs: "space:write",
      answer: KioskList,
    },
  ],
};
