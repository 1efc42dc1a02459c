import { PasswordInput, type PasswordInputProps } from "@mantine/core";
import { useText } from "@/components/text/TextProvider";

/** Where people think up a password. */
export function NewPasswordField(props: PasswordInputProps) {
  const t = useText();
  return (
    <PasswordInput
      label={t("Password")}
      visibilityToggleButtonProps={{ "aria-label": t("Show what is typed") }}
      description={t("At least 12 characters. A few unrelated words work well.")}
      autoComplete="new-password"
      {...props}
    />
  );
}
