import "server-only";
import { hashPassword as hash, verifyPassword as verify } from "better-auth/crypto";
import { AppError } from "@/lib/core/errors";

// A hash costs 32 MB and 60 ms of a core: a flood of sign-ins must not starve the rest of the process.
const AT_ONCE = 2;
const MAX_WAITING = 64;

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (waiting.length >= MAX_WAITING) throw new AppError("unavailable", "Too many people are signing in. Try again.");
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password));

export const verifyPassword = (hashed: string, password: string): Promise<boolean> =>
  inTurn(() => verify({ hash: hashed, password }));
