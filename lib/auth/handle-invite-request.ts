import "server-only";
import { InviteAnswer } from "@/lib/core/invite";
import { acceptInvite } from "@/lib/services/invites/accept-invite";
import { answerLinkRequest, handleLinkRequest, type LinkDoor } from "./link-door";

const INVITE = { name: "invite", schema: InviteAnswer, status: 201, work: acceptInvite };

/** The door /api/invite: an account for whoever has the link. */
export const handleInviteRequest = (request: Request) => handleLinkRequest(request, INVITE);

export const answerInviteRequest = (request: Request, door: LinkDoor) => answerLinkRequest(request, INVITE, door);
