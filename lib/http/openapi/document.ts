import { z } from "zod";
import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
  type ZodOpenApiResponsesObject,
} from "zod-openapi";
import { TOKEN_SCOPES } from "@/lib/core/access";
import { ERROR_CODES, type ErrorCode } from "@/lib/core/errors";
import { SpaceSnapshot } from "@/lib/core/floor";
import { PackedFloor, PackedSpace } from "@/lib/core/packed-floor";
import { Source } from "@/lib/core/source";
import { OPERATION_GROUPS } from "./groups";
import type { Operation, OperationGroup } from "./operation";

const Problem = z.object({
  type: z.literal("about:blank"),
  title: z.string().meta({ description: "What happened, for people" }),
  status: z.number(),
  code: z.enum(ERROR_CODES),
  issues: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  requestId: z.string().optional(),
});

const FORBIDDEN =
  "The role, or the token's scopes, do not allow it; or, as `second-factor-required`, the person has to set one up first";
const PROBLEMS: Record<ErrorCode, { status: number; says: string }> = {
  invalid: { status: 400, says: "Some values are not right; `issues` says which" },
  unauthenticated: { status: 401, says: "No session, or a token that is wrong, over or revoked" },
  forbidden: { status: 403, says: FORBIDDEN },
  "second-factor-required": { status: 403, says: FORBIDDEN },
  "not-found": { status: 404, says: "There is no such object, or none within the caller's sites" },
  conflict: { status: 409, says: "The state is another one than the caller thinks" },
  "too-many": { status: 429, says: "Too many requests; `Retry-After` says when to come again, s" },
  internal: { status: 500, says: "Our fault; quote `requestId`" },
  unavailable: { status: 503, says: "The database is away; nothing was changed; `Retry-After`, s" },
};
const ALWAYS: readonly ErrorCode[] = ["unauthenticated", "forbidden", "not-found", "too-many", "unavailable"];

/** The API as an OpenAPI 3.1 document, from the schemas that the routes parse with. */
export function apiDocument(origin: string) {
  return createDocument({
    openapi: "3.1.1",
    info: {
      title: "Occupancy",
      version: "1",
      description:
        "Times are ISO 8601 in UTC. Ids are strings of digits. Lists come in pages: hand `next` back as `cursor`. " +
        "Errors are RFC 9457 problem documents. Requests are counted per person and per token: see the " +
        "`RateLimit` header. What is outside a caller's sites answers 404.",
    },
    servers: [{ url: origin }],
    tags: OPERATION_GROUPS.map(({ name, about }) => ({ name, description: about })),
    paths: OPERATION_GROUPS.reduce(withGroup, {}),
    components: {
      schemas: { FloorSnapshot: PackedFloor, FloorSpace: PackedSpace, SpaceSnapshot, Source, Problem },
      securitySchemes: {
        token: {
          type: "http",
          scheme: "bearer",
          description: `Made under Admin → API tokens. Scopes: ${TOKEN_SCOPES.join(", ")}.`,
        },
        session: { type: "apiKey", in: "cookie", name: "occupancy.session_token" },
      },
    },
  });
}

function withGroup(paths: ZodOpenApiPathsObject, { name, operations }: OperationGroup): ZodOpenApiPathsObject {
  for (const operation of operations) {
    const [method = "", path = ""] = operation.call.split(" ");
    paths[path] = { ...paths[path], [method]: described(operation, path, name) };
  }
  return paths;
}

function described(operation: Operation, path: string, tag: string): ZodOpenApiOperationObject {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, parameter = ""]) => parameter);
  const { body, query, needs } = operation;
  return {
    tags: [tag],
    operationId: operation.call
      .replaceAll(/[^a-z]+(\w)/gi, (_, sign: string) => sign.toUpperCase())
      .replaceAll("}", ""),
    summary: operation.summary,
    ...(needs === null ? { security: [] } : { security: [{ token: [] }, { session: [] }] }),
    ...(needs === null ? {} : { description: `Needs \`${needs}\`.` }),
    requestParams: {
      ...(names.length > 0 ? { path: z.object(Object.fromEntries(names.map((name) => [name, z.string()]))) } : {}),
      ...(query ? { query } : {}),
    },
    ...(body ? { requestBody: { required: true, content: content(body) } } : {}),
    responses: responses(operation),
  };
}

const content = (body: z.ZodType | string) =>
  typeof body === "string"
    ? { [body]: { schema: { type: "string", format: "binary" } as const } }
    : { "application/json": { schema: body } };

function responses({ answer, csv, needs, body, query, problems = [] }: Operation): ZodOpenApiResponsesObject {
  const said: ErrorCode[] = [
    ...(needs === null ? [] : ALWAYS),
    ...(body || query ? (["invalid"] as const) : []),
    ...problems,
  ];
  const done =
    answer === null
      ? { "204": { description: "Done" } }
      : {
          "200": {
            description: "Done",
            content: { ...content(answer), ...(csv ? { "text/csv": { schema: { type: "string" } as const } } : {}) },
          },
        };
  const refused = said.map((code) => [
    String(PROBLEMS[code].status),
    { description: PROBLEMS[code].says, content: { "application/problem+json": { schema: Problem } } },
  ]);
  return { ...done, ...Object.fromEntries(refused) };
}
