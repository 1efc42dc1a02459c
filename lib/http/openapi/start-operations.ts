import { StartState } from "@/lib/core/start";
import type { OperationGroup } from "./operation";

export const startOperations: OperationGroup = {
  name: "Set-up",
  about: "The first steps of a new server.",
  operations: [
    {
      call: "get /api/start",
      summary: "How far the first set-up has come",
      needs: "site:create",
      answer: StartState,
    },
    {
      call: "post /api/simulator",
      summary: "Starts a made-up building; only while no vendor has delivered",
      needs: "vendor:configure",
      answer: StartState,
      problems: ["conflict"],
    },
    {
      call: "delete /api/simulator",
      summary: "Stops it; what it posted stays",
      needs: "vendor:configure",
      answer: StartState,
    },
  ],
};
