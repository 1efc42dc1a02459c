import "server-only";
import type { PersonalWords } from "@/lib/secrets/privacy";
import { singleton } from "./singleton";

/** Opens what was sealed about people, for route handlers. */
export const personalWords = (): PersonalWords =>
  singleton<PersonalWords>("personalWords", () => {
    throw new Error("Somebody asked for names before boot was done");
  });
