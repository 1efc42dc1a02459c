import { Alert } from "@mantine/core";
import { IconAlertOctagon } from "@tabler/icons-react";

/** Why the form was not accepted; read out when it appears. */
export function FormError({ message }: { message: string | null }) {
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
          {message}
        </Alert>
      )}
    </div>
  );
}
