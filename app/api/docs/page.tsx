import { headers } from "next/headers";
import { AdminFrame } from "@/components/admin/AdminFrame";
import { ApiDocs } from "@/components/docs/ApiDocs";
import type { ApiDescription } from "@/components/docs/api-description";
import { requireUser } from "@/lib/auth/require-user";
import { env } from "@/lib/config/env";
import { text } from "@/lib/core/text";
import { apiDocument } from "@/lib/http/openapi/document";
import { titled } from "@/lib/http/page-title";
import { publicOrigin } from "@/lib/http/public-origin";

export const generateMetadata = titled(text("API"));

export default async function Page() {
  const { name, email, role } = await requireUser();
  const api = apiDocument(publicOrigin(await headers(), env().publicUrl)) as unknown as ApiDescription;
  return (
    <AdminFrame user={{ name, email, role }} title="API">
      <ApiDocs api={api} />
    </AdminFrame>
  );
}
