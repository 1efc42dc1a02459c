import { Notice } from "@/components/frame/Notice";
import { readerText } from "@/lib/http/reader";

export default async function NotFound() {
  const t = await readerText();
  return (
    <main>
      <Notice title={t("There is nothing here")}>
        <p>{t("The address may be mistyped, or what it named was removed.")}</p>
        <p>
          <a href="/">{t("Go to the live floor")}</a>
        </p>
      </Notice>
    </main>
  );
}
