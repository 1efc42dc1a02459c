import type { z } from "zod";
import type { Action } from "@/lib/core/access";
import type { ErrorCode } from "@/lib/core/errors";

type Method = "get" | "post" | "put" | "patch" | "delete";

/** One line of the API's description. A test holds it against the routes. */
export interface Operation {
  /** Method and path, as in `get /api/spaces/{spaceId}`. */
  readonly call: `${Method} /api/${string}`;
  readonly summary: string;
  /** What a caller must be allowed to do, which is also the scope a token needs; null: no sign-in. */
  readonly needs: Action | null;
  readonly query?: z.ZodObject;
  /** JSON, or the media type of a body of bytes. */
  readonly body?: z.ZodType | `${string}/${string}`;
  /** JSON, or a media type; null for an answer without a body. */
  readonly answer: z.ZodType | `${string}/${string}` | null;
  /** Also answered as CSV to `Accept: text/csv`. */
  readonly csv?: true;
  /** Problems beyond those that any call may meet. */
  readonly problems?: readonly ErrorCode[];
}

/** Operations that belong together, as the documentation shows them. */
export interface OperationGroup {
  readonly name: string;
  readonly about: string;
  readonly operations: readonly Operation[];
}
