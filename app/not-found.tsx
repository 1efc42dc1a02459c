import { LoneNotice } from "@/components/frame/LoneNotice";
import { readerText } from "@/lib/http/reader";

export default async function NotFound() {
  const t = await readerText();
  return (
    <LoneNotice title={t("There is nothing here")}>
      <p>{t("The address may be mistyped, or what it named was removed.")}</p>
      <p>
        <a href="/">{t("Go to the live floor")}</a>
      </p>
    </LoneNotice>
  );
}
