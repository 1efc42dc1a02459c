import { handleResetRequest } from "@/lib/auth/handle-reset-request";

export const POST = handleResetRequest;
