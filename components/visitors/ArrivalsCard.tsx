import { DateTime } from "luxon";
import { Line, LineChart, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from "recharts";
import { CsvButton } from "@/components/history/CsvButton";
import classes from "@/components/history/History.module.css";
import { useText } from "@/components/text/TextProvider";
import type { VisitorDay } from "@/lib/core/visitor-day";
import { arrivalsCsv, prepareArrivals } from "./prepare-arrivals";
import styles from "./Visitors.module.css";

const HEIGHT = 180;
const TICK = { fill: "var(--muted)", fontSize: 11, fontWeight: 500 } as const;
const LINE = { type: "linear", isAnimationActive: false, dot: false, activeDot: false } as const;

/** Who was to have come, and who had, over the day. */
export function ArrivalsCard({ day }: { day: VisitorDay }) {
  const t = useText();
  const { rows, ticks, most } = prepareArrivals(day);
  const last = rows.findLast(({ arrived }) => arrived !== null);
  const now = Date.parse(day.now);
  const isToday = now >= Date.parse(day.from) && now < Date.parse(day.to);
  const summary = t("By {time}: {expected} expected, {arrived} arrived. Over the day: {all} expected.", {
    time: last?.time ?? rows[0]?.time ?? "",
    expected: last?.expected ?? 0,
    arrived: last?.arrived ?? 0,
    all: rows.at(-1)?.expected ?? 0,
  });
  const [from, to] = [rows[0]?.at ?? 0, rows.at(-1)?.at ?? 1];
  return (
    <section className={classes.card} aria-label={t("Arrivals")}>
      <div className={classes.cardHead}>
        <h2 className={classes.cardTitle}>{t("Arrivals")}</h2>
        <span className={classes.quiet}>{t("by half hour, added up over the day")}</span>
        <span className={styles.legend} aria-hidden>
          <i data-line="expected" /> {t("expected")}
          <i data-line="arrived" /> {t("arrived")}
        </span>
        <CsvButton
          label={t("Save the arrivals as CSV")}
          name={t("Arrivals {date}", { date: day.date })}
          rows={() => arrivalsCsv(rows, day.timeZone, t)}
        />
      </div>
      <div role="img" aria-label={summary} className={classes.chart}>
        <ResponsiveContainer width="100%" height={HEIGHT}>
          <LineChart data={[...rows]} margin={{ top: 8, right: 16, bottom: 0, left: 0 }} accessibilityLayer={false}>
            <XAxis
              dataKey="at"
              type="number"
              domain={[from, to]}
              ticks={[...ticks]}
              tickFormatter={(at: number) => DateTime.fromMillis(at, { zone: day.timeZone }).toFormat("HH:mm")}
              tick={TICK}
              tickLine={false}
              axisLine={{ stroke: "var(--border-2)" }}
              minTickGap={16}
            />
            <YAxis
              domain={[0, Math.max(4, most)]}
              width={36}
              allowDecimals={false}
              tick={TICK}
              tickLine={false}
              axisLine={false}
            />
            {isToday && now >= from && now <= to && <ReferenceLine x={now} stroke="var(--border-strong)" />}
            <Line {...LINE} dataKey="expected" stroke="var(--text-2)" strokeWidth={1.5} strokeDasharray="4 3" />
            <Line {...LINE} dataKey="arrived" stroke="var(--chart-line)" strokeWidth={2} />
          </LineChart>
        </ResponsiveContainer>
      </div>
    </section>
  );
}
