import { Notice } from "@/components/frame/Notice";

export default function NotFound() {
  return (
    <Notice title="There is nothing here">
      <p>The address may be mistyped, or what it named was removed.</p>
      <p>
        <a href="/">Go to the live floor</a>
      </p>
    </Notice>
  );
}
