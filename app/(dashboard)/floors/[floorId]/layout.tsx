import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { isAllowed } from "@/lib/auth/authorize";
import { requireUser } from "@/lib/auth/require-user";
import { placeOfSpace } from "@/lib/db/place-of";

// Outside of loading.tsx: here the answer can still become a 404 or a redirect, behind it the outline is already sent.
export default async function Layout({
  params,
  children,
}: {
  params: Promise<{ floorId: string }>;
  children: ReactNode;
}) {
  const user = await requireUser();
  const { floorId } = await params;
  const place = await placeOfSpace(floorId);
  if (!place || !isAllowed(user, "floor:read", place)) notFound();
  return children;
}
