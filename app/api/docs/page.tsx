import type { Metadata } from "next";
import { ApiDocs } from "@/components/docs/ApiDocs";
import { requireUser } from "@/lib/auth/require-user";

export const metadata: Metadata = { title: "API" };

export default async function Page() {
  const { name, email, role } = await requireUser();
  return <ApiDocs user={{ name, email, role }} />;
}
