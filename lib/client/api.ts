import { z } from "zod";
import { ERROR_CODES, type ErrorCode } from "@/lib/core/errors";
import { text } from "@/lib/core/text";
import { noteHeard } from "./last-heard";

/** A problem document of ours, or what is left when nothing of ours answered. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: ErrorCode;

  constructor(status: number, code: ErrorCode, message: string) {
    super(message);
    this.name = "ApiError";
    this.status = status;
    this.code = code;
  }
}

const Problem = z.object({ code: z.enum(ERROR_CODES), title: z.string() });

/** Fetches and parses with the schema the route answered with. Throws ApiError. */
export async function fetchJson<T extends z.ZodType>(schema: T, url: string, init?: RequestInit): Promise<z.infer<T>> {
  const answer = await fetch(url, init).catch(() => {
    throw new ApiError(0, "unavailable", text("The server cannot be reached."));
  });
  noteHeard();
  const body: unknown = await answer.json().catch(() => null);
  if (answer.ok) return schema.parse(body);
  const problem = Problem.safeParse(body);
  const [code, title] = problem.success
    ? [problem.data.code, problem.data.title]
    : (["internal", text("The server failed.")] as const);
  throw new ApiError(answer.status, code, title);
}
