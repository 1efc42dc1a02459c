/** Id of the shape an event in a plan is about; null beside them. */
export function shapeAt(target: EventTarget | null): string | null {
  const element = target instanceof Element ? target.closest<SVGGElement>("[data-shape]") : null;
  return element?.dataset.shape ?? null;
}
