import type { Metadata } from "next";
import { headers } from "next/headers";
import { AdminFrame } from "@/components/admin/AdminFrame";
import { ApiDocs } from "@/components/docs/ApiDocs";
import type { ApiDescription } from "@/components/docs/api-description";
import { requireUser } from "@/lib/auth/require-user";
import { env } from "@/lib/config/env";
import { apiDocument } from "@/lib/http/openapi/document";
import { publicOrigin } from "@/lib/http/public-origin";

export const metadata: Metadata = { title: "API" };

export default async function Page() {
  const { name, email, role } = await requireUser();
  const api = apiDocument(publicOrigin(await headers(), env().publicUrl)) as unknown as ApiDescription;
  return (
    <AdminFrame user={{ name, email, role }} title="API">
      <ApiDocs api={api} />
    </AdminFrame>
  );
}
