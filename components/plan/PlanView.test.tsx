// @vitest-environment jsdom
import "@/lib/testing/setup-dom";
import { createEvent, fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import type { FloorPlan, Point, Shape } from "@/lib/core/floor-plan";
import { PlanView } from "./PlanView";
import { PLAIN_SHAPE, type PlanShapeProps } from "./plan-shape-props";

const drawn = vi.hoisted(() => vi.fn());
vi.mock("./PlanArea", async (load) => {
  const { memo } = await import("react");
  const real = await load<typeof import("./PlanArea")>();
  type Area = typeof real.PlanArea.type;
  const { isDrawnAlike } = await import("./drawn-alike");
  const PlanArea = memo((props: Parameters<Area>[0]) => {
    drawn(props.face.name);
    return <real.PlanArea {...props} />;
  }, isDrawnAlike);
  return { ...real, PlanArea };
});

const box = (x: number, y: number, size = 0.2): Point[] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
];
const shape = (id: string, points: Point[], kind: Shape["kind"] = "room"): Shape => ({ id, kind, points, spaceId: id });
const plan: FloorPlan = {
  aspect: 1.6,
  widthM: 40,
  drawing: { id: "5", x: 0, y: 0, width: 1, height: 1, rotation: 90, opacity: 0.5 },
  shapes: [
    shape("Birch", box(0, 0)),
    shape("Oak", box(0.6, 0)),
    shape("Maple", box(0, 0.6)),
    shape("N01", box(0.7, 0.7, 0.02), "desk"),
    {
      ...shape(
        "w",
        [
          [0, 0],
          [1, 0],
        ],
        "wall",
      ),
      spaceId: null,
    },
  ],
};
const faceOf = ({ id }: Shape): PlanShapeProps => ({ ...PLAIN_SHAPE, name: id, sentence: `${id}, free` });
const shapes = () => screen.getAllByRole("button").filter((button) => button.dataset.shape);

function show(props: Partial<Parameters<typeof PlanView>[0]> = {}) {
  const view = (more: Partial<Parameters<typeof PlanView>[0]> = {}) => (
    <PlanView floorId="1" plan={plan} label="Level 1" shapeProps={faceOf} {...props} {...more} />
  );
  const { rerender } = render(view());
  return { again: (more: Partial<Parameters<typeof PlanView>[0]>) => rerender(view(more)) };
}

test("draws rooms and desks as named buttons, in reading order, desks last", () => {
  show();
  expect(shapes().map((button) => button.getAttribute("aria-label"))).toEqual([
    "Birch, free",
    "Oak, free",
    "Maple, free",
    "N01, free",
  ]);
});

test("lays the drawing where the plan says", () => {
  const { container } = render(<PlanView floorId="1" plan={plan} label="Level 1" shapeProps={faceOf} />);
  const image = container.querySelector("image");
  expect([image?.getAttribute("href"), image?.getAttribute("transform")]).toEqual([
    "/api/floors/1/drawings/5",
    "rotate(90 800 500)",
  ]);
});

test("is one stop for Tab; arrows go to the nearest shape in their direction, Enter and a click open it", async () => {
  const onOpen = vi.fn();
  show({ onOpen });
  await userEvent.tab();
  expect(document.activeElement?.getAttribute("aria-label")).toBe("Birch, free");
  await userEvent.keyboard("{ArrowRight}");
  expect(document.activeElement?.getAttribute("aria-label")).toBe("Oak, free");
  await userEvent.keyboard("{Enter}{ArrowLeft}{ArrowDown} ");
  await userEvent.click(screen.getByRole("button", { name: "N01, free" }));
  expect(onOpen.mock.calls.map(([opened]) => opened.id)).toEqual(["Oak", "Maple", "N01"]);
  await userEvent.tab({ shift: true });
  await userEvent.tab();
  expect(document.activeElement?.getAttribute("aria-label")).toBe("N01, free");
});

test("draws only the shape again whose face changed", () => {
  const { again } = show();
  drawn.mockClear();
  again({ shapeProps: (one) => ({ ...faceOf(one), fill: one.id === "Oak" ? "red" : PLAIN_SHAPE.fill }) });
  expect(drawn.mock.calls).toEqual([["Oak"]]);
});

test("leaves out shapes without a face", () => {
  show({ shapeProps: (one) => (one.id === "Oak" ? faceOf(one) : null) });
  expect(shapes()).toHaveLength(1);
});

test("takes what is let go over a shape, and nothing beside them", () => {
  const onDrop = vi.fn();
  show({ onDrop });
  const oak = screen.getByRole("button", { name: "Oak, free" });
  const over = createEvent.dragOver(oak);
  fireEvent(oak, over);
  expect(over.defaultPrevented).toBe(true);
  fireEvent.drop(oak, { dataTransfer: { types: ["it"] } });
  fireEvent.drop(screen.getByRole("group", { name: "Level 1" }), { dataTransfer: { types: ["lost"] } });
  expect(onDrop.mock.calls.map(([at, data]) => [at.id, data.types])).toEqual([["Oak", ["it"]]]);
});
