import { PasswordInput, type PasswordInputProps } from "@mantine/core";

/** Where people think up a password. */
export function NewPasswordField(props: PasswordInputProps) {
  return (
    <PasswordInput
      label="Password"
      description="At least 12 characters. A few unrelated words work well."
      autoComplete="new-password"
      {...props}
    />
  );
}
