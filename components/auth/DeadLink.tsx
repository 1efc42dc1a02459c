import Link from "next/link";
import { AuthCard } from "./AuthCard";

/** What is said to every code that is not good, whatever the reason. */
export function DeadLink({ why }: { readonly why: string }) {
  return (
    <AuthCard title="This link does not work" lead={why}>
      <Link href="/login" style={{ color: "var(--accent)", fontSize: "var(--fs-sm)" }}>
        Go to the sign-in page
      </Link>
    </AuthCard>
  );
}
