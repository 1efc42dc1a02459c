import { type Colour, lab } from "./colour";

const RAD = Math.PI / 180;

function hue(b: number, a: number): number {
  return b === 0 && a === 0 ? 0 : (Math.atan2(b, a) / RAD + 360) % 360;
}

function hueDifference(h1: number, h2: number, chroma: number): number {
  if (chroma === 0) return 0;
  const dh = h2 - h1;
  if (dh > 180) return dh - 360;
  return dh < -180 ? dh + 360 : dh;
}

function meanHue(h1: number, h2: number, chroma: number): number {
  if (chroma === 0) return h1 + h2;
  if (Math.abs(h1 - h2) <= 180) return (h1 + h2) / 2;
  return h1 + h2 < 360 ? (h1 + h2 + 360) / 2 : (h1 + h2 - 360) / 2;
}

/** CIEDE2000 (Sharma, Wu and Dalal 2005) between two sRGB colours. */
export function colourDifference(first: Colour, second: Colour): number {
  const [L1, a1, b1] = lab(first);
  const [L2, a2, b2] = lab(second);
  const chroma = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2;
  const stretch = 1.5 - 0.5 * Math.sqrt(chroma ** 7 / (chroma ** 7 + 25 ** 7));
  const [A1, A2] = [a1 * stretch, a2 * stretch];
  const [C1, C2] = [Math.hypot(A1, b1), Math.hypot(A2, b2)];
  const [h1, h2] = [hue(b1, A1), hue(b2, A2)];
  const dL = L2 - L1;
  const dC = C2 - C1;
  const dH = 2 * Math.sqrt(C1 * C2) * Math.sin((hueDifference(h1, h2, C1 * C2) / 2) * RAD);
  const L = (L1 + L2) / 2;
  const C = (C1 + C2) / 2;
  const h = meanHue(h1, h2, C1 * C2);
  const cos = (factor: number, shift: number) => Math.cos((factor * h + shift) * RAD);
  const T = 1 - 0.17 * cos(1, -30) + 0.24 * cos(2, 0) + 0.32 * cos(3, 6) - 0.2 * cos(4, -63);
  const SL = 1 + (0.015 * (L - 50) ** 2) / Math.sqrt(20 + (L - 50) ** 2);
  const SC = 1 + 0.045 * C;
  const SH = 1 + 0.015 * C * T;
  const turn = Math.sin(60 * Math.exp(-(((h - 275) / 25) ** 2)) * RAD);
  const RT = -turn * 2 * Math.sqrt(C ** 7 / (C ** 7 + 25 ** 7));
  return Math.sqrt((dL / SL) ** 2 + (dC / SC) ** 2 + (dH / SH) ** 2 + RT * (dC / SC) * (dH / SH));
}
