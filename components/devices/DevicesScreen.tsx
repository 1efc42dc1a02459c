"use client";

import { Button, Skeleton } from "@mantine/core";
import { IconCpu, IconDownload } from "@tabler/icons-react";
import { useMemo } from "react";
import { AdminFrame } from "@/components/admin/AdminFrame";
import type { FrameUser } from "@/components/frame/frame-user";
import { tellFailure } from "@/components/frame/tell";
import { useText } from "@/components/text/TextProvider";
import { saveCsv } from "@/lib/client/save-csv";
import { deviceSearch, useDevices } from "@/lib/client/use-devices";
import { DeviceCounts } from "./DeviceCounts";
import { DeviceFilters } from "./DeviceFilters";
import { DeviceList } from "./DeviceList";
import classes from "./Devices.module.css";
import { type DevicesView, useDevicesView } from "./use-devices-view";

interface DevicesScreenProps {
  readonly floors: readonly { readonly id: string; readonly name: string }[];
  readonly user: FrameUser;
}

/** Which devices are well, and which want somebody to come by. */
export function DevicesScreen({ floors, user }: DevicesScreenProps) {
  const t = useText();
  const view = useDevicesView();
  const save = () =>
    void saveCsv(`/api/devices?${deviceSearch(view.filter)}`, "devices.csv").catch((error: Error) =>
      tellFailure(error, t("Not exported.")),
    );
  return (
    <AdminFrame user={user} title={t("Devices")}>
      <div className={classes.head}>
        <p className={classes.lead}>
          {t("Sensors and appliances of all vendors: each is late by its own rhythm, not by a limit for all.")}
        </p>
        <Button variant="default" leftSection={<IconDownload size={16} stroke={1.75} aria-hidden />} onClick={save}>
          {t("Export CSV")}
        </Button>
      </div>
      <Devices view={view} floors={floors} />
    </AdminFrame>
  );
}

function Devices({ view, floors }: { readonly view: DevicesView; readonly floors: DevicesScreenProps["floors"] }) {
  const t = useText();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage, isPlaceholderData } = useDevices(
    view.filter,
  );
  const items = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data]);
  const newest = data?.pages[0];
  if (error && !newest) {
    return (
      <div className={classes.empty} role="alert">
        <p>{t("The devices could not be loaded. {reason}", { reason: t(error.message) })}</p>
        <Button variant="default" onClick={() => void refetch()}>
          {t("Try again")}
        </Button>
      </div>
    );
  }
  if (!newest) return <Loading />;
  return (
    <>
      <DeviceCounts counts={newest.counts} view={view} />
      <DeviceFilters view={view} floors={floors} />
      <p className={classes.found} aria-live="polite">
        {t("{count, plural, one {# device} other {# devices}}", { count: newest.total })}
      </p>
      {items.length === 0 ? (
        <Nothing view={view} />
      ) : (
        <div aria-busy={isPlaceholderData} data-outdated={isPlaceholderData || undefined} className={classes.list}>
          <DeviceList devices={items} view={view} now={Date.parse(newest.now)} />
          {hasNextPage ? (
            <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {t("Show more")}
            </Button>
          ) : null}
        </div>
      )}
    </>
  );
}

function Loading() {
  const t = useText();
  return (
    <output className={classes.loading} aria-label={t("Loading the devices")}>
      {["a", "b", "c", "d", "e", "f"].map((key) => (
        <Skeleton key={key} height={48} radius="md" />
      ))}
    </output>
  );
}

function Nothing({ view }: { readonly view: DevicesView }) {
  const t = useText();
  return (
    <div className={classes.empty}>
      <IconCpu size={28} stroke={1.5} aria-hidden />
      {view.isFiltered ? (
        <>
          <p>{t("No device matches.")}</p>
          <Button variant="default" onClick={view.clear}>
            {t("Clear the filters")}
          </Button>
        </>
      ) : (
        <p>{t("No device has reported yet. Once a vendor is connected, each stands here with its first word.")}</p>
      )}
    </div>
  );
}
