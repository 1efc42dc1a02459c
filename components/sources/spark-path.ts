export const SPARK_WIDTH = 44;
export const SPARK_HEIGHT = 18;
const EDGE = 2;

/** Lines through the points of a sparkline, broken where nothing was said; one point alone is a dot. */
export function sparkPath(points: readonly (number | null)[]): string {
  const known = points.filter((point): point is number => point !== null);
  if (known.length === 0) return "";
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const x = (i: number) => EDGE + (i * (SPARK_WIDTH - 2 * EDGE)) / Math.max(1, points.length - 1);
  const y = (value: number) => {
    if (most === least) return least === 0 ? SPARK_HEIGHT - EDGE : SPARK_HEIGHT / 2;
    return SPARK_HEIGHT - EDGE - ((value - least) / (most - least)) * (SPARK_HEIGHT - 2 * EDGE);
  };
  let path = "";
  points.forEach((point, i) => {
    if (point === null) return;
    const isStart = i === 0 || points[i - 1] === null;
    const isAlone = isStart && (i === points.length - 1 || points[i + 1] === null);
    path += `${isStart ? "M" : "L"}${x(i).toFixed(1)} ${y(point).toFixed(1)}${isAlone ? "h0.1" : ""}`;
  });
  return path;
}
