import { Alert } from "@mantine/core";
import { IconAlertOctagon } from "@tabler/icons-react";
import { useText } from "@/components/text/TextProvider";

/** Why the form was not accepted; read out when it appears. */
export function FormError({ message }: { message: string | null }) {
  const t = useText();
  return (
    <div role="alert">
      {message !== null && (
        <Alert
          role="group"
          mb={16}
          p="10px 12px"
          radius={8}
          color="red"
          icon={<IconAlertOctagon size={18} aria-hidden />}
        >
          {t(message)}
        </Alert>
      )}
    </div>
  );
}
