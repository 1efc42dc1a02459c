import "server-only";
import { ResetAnswer } from "@/lib/core/password-reset";
import { resetPassword } from "@/lib/services/people/reset-password";
import { answerLinkRequest, handleLinkRequest, type LinkDoor } from "./link-door";

const RESET = { name: "reset", schema: ResetAnswer, status: 200, work: resetPassword };

/** The door /api/reset: a new password for whoever has the link. */
export const handleResetRequest = (request: Request) => handleLinkRequest(request, RESET);

export const answerResetRequest = (request: Request, door: LinkDoor) => answerLinkRequest(request, RESET, door);
