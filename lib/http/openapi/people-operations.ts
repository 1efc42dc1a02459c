import { InviteDraft, InviteLink, InviteList } from "@/lib/core/invite";
import { ResetLink } from "@/lib/core/password-reset";
import {
  Account,
  AccountChange,
  Confirmation,
  PeopleList,
  PersonChange,
  PersonSummary,
  SessionList,
} from "@/lib/core/person";
import { SignInRules } from "@/lib/core/second-factor-rule";
import type { OperationGroup } from "./operation";

export const peopleOperations: OperationGroup = {
  name: "People",
  about: "Who has an account, what they may do and where. Only for people: no token has these scopes.",
  operations: [
    { call: "get /api/people", summary: "Everybody who has an account", needs: "user:read", answer: PeopleList },
    {
      call: "patch /api/people/{personId}",
      summary: "Changes a role and its sites, or whether they may sign in; true at once",
      needs: "user:write",
      body: PersonChange,
      answer: PersonSummary,
      problems: ["conflict"],
    },
    {
      call: "delete /api/people/{personId}/second-factor",
      summary: "Takes their second factor away: the password alone is enough until they set up another",
      needs: "user:write",
      answer: PersonSummary,
    },
    {
      call: "post /api/people/{personId}/reset-link",
      summary: "A link for a new password. The answer is the only time it is told, and earlier ones are dead",
      needs: "user:write",
      answer: ResetLink,
      problems: ["conflict"],
    },
    {
      call: "get /api/people/{personId}/sessions",
      summary: "Where they are signed in",
      needs: "user:read",
      answer: SessionList,
    },
    {
      call: "delete /api/people/{personId}/sessions",
      summary: "Signs them out everywhere",
      needs: "user:write",
      answer: SessionList,
    },
    {
      call: "delete /api/people/{personId}/sessions/{sessionId}",
      summary: "Ends one of their sessions",
      needs: "user:write",
      answer: SessionList,
    },
    {
      call: "get /api/sign-in-rules",
      summary: "Of whom a second factor is asked",
      needs: "user:read",
      answer: SignInRules,
    },
    {
      call: "put /api/sign-in-rules",
      summary:
        "Asks a second factor of nobody, of admins and site admins, or of everybody with a password; true at once",
      needs: "user:write",
      body: SignInRules,
      answer: SignInRules,
      problems: ["conflict"],
    },
    { call: "get /api/invites", summary: "Invitations that wait", needs: "user:read", answer: InviteList },
    {
      call: "post /api/invites",
      summary: "Invites somebody. The answer is the only time the link is told",
      needs: "user:write",
      body: InviteDraft,
      answer: InviteLink,
      problems: ["conflict"],
    },
    {
      call: "delete /api/invites/{inviteId}",
      summary: "Takes an invitation back; answers those that are left",
      needs: "user:write",
      answer: InviteList,
    },
    {
      call: "post /api/invites/{inviteId}/link",
      summary: "Another link for an invitation; the one before is dead",
      needs: "user:write",
      answer: InviteLink,
    },
  ],
};

export const accountOperations: OperationGroup = {
  name: "Account",
  about: "One's own account. Password and second factor are changed on its page.",
  operations: [
    { call: "get /api/account", summary: "One's own account", needs: "account:write", answer: Account },
    {
      call: "patch /api/account",
      summary: "Changes one's own name",
      needs: "account:write",
      body: AccountChange,
      answer: Account,
    },
    {
      call: "get /api/account/sessions",
      summary: "Where one is signed in",
      needs: "account:write",
      answer: SessionList,
    },
    {
      call: "delete /api/account/sessions",
      summary: "Signs oneself out everywhere else; asks for the password",
      needs: "account:write",
      body: Confirmation,
      problems: ["conflict"],
      answer: SessionList,
    },
    {
      call: "delete /api/account/sessions/{sessionId}",
      summary: "Ends one of one's own sessions; asks for the password",
      needs: "account:write",
      body: Confirmation,
      problems: ["conflict"],
      answer: SessionList,
    },
  ],
};
