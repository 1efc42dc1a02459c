import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { useText } from "@/components/text/TextProvider";
import classes from "./HistoryHeader.module.css";

const PAGES = ["use", "bookings"] as const;
type HistoryPage = (typeof PAGES)[number];

const PATHS: Record<HistoryPage, string> = { use: "/history", bookings: "/history/bookings" };

/** The pages of history; they ask about the same spaces and days. */
export function HistoryHeader({ page }: { page: HistoryPage }) {
  const t = useText();
  const search = useSearchParams().toString();
  const names: Record<HistoryPage, string> = { use: t("Use"), bookings: t("Booked and used") };
  return (
    <div className={classes.head}>
      <h1 className={classes.title}>{t("History")}</h1>
      <ul className={classes.pages} aria-label={t("History")}>
        {PAGES.map((one) => (
          <li key={one}>
            <Link
              className={classes.page}
              href={search ? `${PATHS[one]}?${search}` : PATHS[one]}
              aria-current={one === page ? "page" : undefined}
            >
              {names[one]}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
