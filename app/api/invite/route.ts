import { handleInviteRequest } from "@/lib/auth/handle-invite-request";

export const POST = handleInviteRequest;
