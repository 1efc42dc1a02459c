import { env } from "@/lib/config/env";
import { json } from "@/lib/http/handle";
import { apiDocument } from "@/lib/http/openapi/document";
import { publicOrigin } from "@/lib/http/public-origin";

/** The API, described: OpenAPI 3.1. It says what can be asked, and nothing of what is here. */
export const GET = (request: Request) => json(apiDocument(publicOrigin(request.headers, env().publicUrl)));
export const dynamic = "force-dynamic";
