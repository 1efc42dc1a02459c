import type { Role } from "@/lib/db/generated/enums";

/** Who is asking: a signed-in person, as the database knew them a moment ago. */
export interface Actor {
  userId: string;
  name: string;
  email: string;
  role: Role;
  sessionId: string;
}
