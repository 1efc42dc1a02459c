import { handleSetupRequest } from "@/lib/auth/handle-setup-request";

export const POST = handleSetupRequest;
