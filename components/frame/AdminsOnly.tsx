import Link from "next/link";
import { Notice } from "./Notice";

/** Where a page would be that this person may not see. */
export function AdminsOnly() {
  return (
    <Notice title="This page is for admins">
      <p>Your account can look at the floors. Ask an admin for what you need, or to make you one.</p>
      <p>
        <Link href="/">Go to the live floor</Link>
      </p>
    </Notice>
  );
}
