import dynamic from "next/dynamic";
import { useState } from "react";
import type { Timeline as TimelineData } from "@/components/charts/prepare-timeline";
import { lengthWords, spanWords } from "@/components/charts/timeline-words";
import { useSpanSelection } from "@/components/charts/use-span-selection";
import { Unseen } from "@/components/frame/Unseen";
import { useText } from "@/components/text/TextProvider";
import type { AirLimits } from "@/lib/core/air-limits";
import { DaySkeleton } from "./DaySkeleton";
import type { SpanToolsProps } from "./SpanTools";

const Timeline = dynamic(() => import("@/components/charts/Timeline").then((module) => module.Timeline), {
  ssr: false,
  loading: () => <DaySkeleton />,
});
const SpanTools = dynamic(() => import("./SpanTools").then((module) => module.SpanTools), { ssr: false });

interface DayTimelineProps extends Pick<SpanToolsProps, "space" | "floorId" | "mayExclude"> {
  readonly timeline: TimelineData;
  readonly limits: AirLimits;
}

/** A day of a space, of which a span can be selected to do something with it. */
export function DayTimeline({ timeline, limits, ...about }: DayTimelineProps) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const selecting = useSpanSelection(timeline.axis, () => setOpen(true));
  const { span } = selecting;
  const said = span && {
    span: spanWords(span, timeline.axis),
    length: lengthWords(span.to - span.from, t),
  };
  return (
    <>
      <Timeline timeline={timeline} limits={limits} selecting={selecting} />
      <Unseen role="status">{said ? t("{span} selected, {length}", said) : ""}</Unseen>
      {span ? (
        <SpanTools
          {...about}
          timeline={timeline}
          span={span}
          isOpen={isOpen}
          onOpen={(next) => {
            setOpen(next);
            if (!next) selecting.area.current?.focus();
          }}
          onClear={selecting.clear}
        />
      ) : null}
    </>
  );
}
