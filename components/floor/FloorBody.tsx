import dynamic from "next/dynamic";
import { memo, type ReactNode, useDeferredValue } from "react";
import { Unseen } from "@/components/frame/Unseen";
import { useText } from "@/components/text/TextProvider";
import type { SiteVisitors } from "@/lib/core/site-visitors";
import type { CardView } from "./card-view";
import { FloorBar } from "./FloorBar";
import classes from "./FloorBody.module.css";
import { FloorFigures } from "./FloorFigures";
import { wishChoices } from "./floor-filter";
import { chosenSpaces, floorPills } from "./floor-pills";
import { HoverSpace } from "./HoverSpace";
import { LivePlan } from "./LivePlan";
import { toggled } from "./picks/marquee";
import { type Picks, usePicks } from "./picks/use-picks";
import type { FloorPicture } from "./use-floor-picture";
import { showWords } from "./views/floor-shows";
import { viewFigures } from "./views/view-figures";

const FloorCards = dynamic(() => import("./FloorCards").then((module) => module.FloorCards), {
  loading: () => <div className={classes.later} />,
});
const FloorPills = dynamic(() => import("./FloorPills").then((module) => module.FloorPills), { loading: () => null });
// Whoever picks several spaces begins with Shift: what that takes is fetched then.
const PlanPicks = dynamic(() => import("./picks/PlanPicks").then((module) => module.PlanPicks), { ssr: false });
const FloorTable = dynamic(() => import("./FloorTable").then((module) => module.FloorTable), {
  loading: () => <div className={classes.later} />,
});

interface FloorBodyProps {
  readonly picture: FloorPicture;
  /** May the reader change spaces? */
  readonly mayEdit: boolean;
  readonly visitors: SiteVisitors | null;
  /** On a phone plan and list stand under each other. */
  readonly isPhone: boolean;
  /** A phone's way to the legend. */
  readonly legend: ReactNode;
  /** What is shown is still on its way: nothing is known of the floor yet. */
  readonly isLoading: boolean;
}

/** Plan, cards or table: equal views of the same facts; on a phone the plan stands above the list. */
export function FloorBody({ picture, mayEdit, visitors, isPhone, legend, isLoading }: FloorBodyProps) {
  const t = useText();
  const { floor, plan, drawn, floorView, limits, now } = picture;
  const { choice, layout: wanted, selectedId, open, show } = floorView;
  const layout = wanted ?? (plan ? "plan" : "cards");
  const isOnPlan = plan !== null && layout === "plan";
  const isNothingYet = isLoading && drawn.length === 0;
  const view: CardView = { selectedId, isDimmed: (one) => !picture.isAsked(one), onOpen: open };
  return (
    <>
      <Unseen as="h1">
        {floor.name}, {floor.building.name}
      </Unseen>
      {drawn.length === 0 ? null : (
        <FloorBar
          floorView={floorView}
          layout={isOnPlan || layout === "table" ? layout : "cards"}
          hasPlan={plan !== null}
          choices={wishChoices(drawn.map(({ space }) => space))}
        />
      )}
      <FloorFigures
        figures={viewFigures(drawn, { show, limits, t })}
        visitors={visitors}
        now={now}
        timeZone={floor.site.timeZone}
      />
      {picture.isUtilizationFailed ? (
        <p className={classes.failed} role="status">
          {t("Today's figures are not answering. Live is fine. Trying again in a minute.")}
        </p>
      ) : null}
      <HoverSpace drawn={drawn} now={now} timeZone={floor.site.timeZone}>
        {isOnPlan || (isPhone && layout === "table") ? (
          <PlanPart picture={picture} mayEdit={mayEdit} isPhone={isPhone} />
        ) : null}
        {isNothingYet ? null : isPhone ? (
          <FloorCards
            floor={floor}
            drawn={drawn}
            shown={chosenSpaces(drawn, { ...choice, state: null }).filter(picture.isAsked)}
            pills={<PhoneTools picture={picture} legend={legend} />}
            isByAttention={show === "occupancy"}
            view={{ ...view, isDimmed: () => false }}
          />
        ) : isOnPlan ? (
          <div className={classes.later} />
        ) : layout === "table" ? (
          <FloorTable floorName={floor.name} drawn={drawn} view={view} showName={showWords(show, t).word} now={now} />
        ) : (
          <FloorCards
            floor={floor}
            drawn={drawn}
            shown={drawn}
            pills={null}
            isByAttention={show === "occupancy"}
            view={view}
          />
        )}
      </HoverSpace>
    </>
  );
}

interface PlanPartProps {
  readonly picture: FloorPicture;
  readonly mayEdit: boolean;
  readonly isPhone: boolean;
}

/** A plan is the most there is to draw. It follows a moment later, so that what was pressed answers at once. */
function PlanPart({ picture, ...rest }: PlanPartProps) {
  const picks = usePicks();
  const later = useDeferredValue(picture);
  return <PlanOf picture={later} selectedId={picture.floorView.selectedId} picks={picks} {...rest} />;
}

interface PlanOfProps extends PlanPartProps {
  readonly selectedId: string | null;
  readonly picks: Picks;
}

const PlanOf = memo(function PlanOf({ picture, selectedId, picks, mayEdit, isPhone }: PlanOfProps) {
  const { floor, plan, drawn, floorView, isAsked } = picture;
  const { open, show } = floorView;
  if (!plan) return null;
  return (
    <LivePlan
      key={floor.id}
      floor={floor}
      plan={plan}
      drawn={drawn}
      view={{ selectedId, isDimmed: (one) => !isAsked(one), onOpen: open }}
      picked={new Set(picks.ids)}
      onPick={(id) => picks.pick(toggled(picks.ids, id))}
      isPhone={isPhone}
      hasDeskWords={show === "occupancy"}
    >
      {picks.isWanted ? <PlanPicks judged={drawn} picks={picks} mayEdit={mayEdit} /> : null}
    </LivePlan>
  );
});

/** Pills say who is in which state; the other views are narrowed by their legend. */
function PhoneTools({ picture, legend }: { readonly picture: FloorPicture; readonly legend: ReactNode }) {
  const t = useText();
  const { drawn, floorView } = picture;
  const { choice, choose, show } = floorView;
  return (
    <FloorPills
      pills={show === "occupancy" ? floorPills(drawn, choice, t) : []}
      chosen={choice}
      onChoose={choose}
      end={legend}
    />
  );
}
