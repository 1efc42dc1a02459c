import { Modal } from "@mantine/core";
import { CloseForm } from "@/components/space/CloseForm";
import { useText } from "@/components/text/TextProvider";
import type { Alert } from "@/lib/core/alert";

/** Closing the place of an alert for maintenance; not open without one. */
export function MaintenanceDialog({ alert, onClose }: { readonly alert: Alert | null; readonly onClose: () => void }) {
  const t = useText();
  const space = alert?.space ?? null;
  return (
    <Modal opened={space !== null} onClose={onClose} title={t("Close for maintenance")} size="sm" centered>
      {space ? (
        <CloseForm
          spaceId={space.id}
          spaceName={space.name}
          timeZone={alert?.site?.timeZone ?? "UTC"}
          onDone={onClose}
        />
      ) : null}
    </Modal>
  );
}
