import type { PageView } from "@/lib/testing/every-page";

export const SCHEMES = ["light", "dark"] as const;
export type Scheme = (typeof SCHEMES)[number];

/** px */
export interface ScreenSize {
  readonly width: number;
  readonly height: number;
}

const DESK: ScreenSize = { width: 1440, height: 900 };
const TABLET: ScreenSize = { width: 820, height: 1180 };
const PHONE: ScreenSize = { width: 390, height: 844 };
const WALL: ScreenSize = { width: 1920, height: 1080 };
const UPRIGHT_WALL: ScreenSize = { width: 1080, height: 1920 };

/** What a page is looked at on. */
export const sizesFor = ({ route }: PageView): readonly ScreenSize[] =>
  route === "/kiosk" ? [WALL, UPRIGHT_WALL, PHONE] : [DESK, TABLET, PHONE];

/** A picture that was made. */
export interface Picture {
  readonly view: string;
  readonly route: string;
  readonly width: number;
  readonly scheme: Scheme;
  readonly file: string;
  /** How much of the page is cut off or has to be scrolled to sideways, px. */
  readonly sideways: number;
}

export const pictureFile = (view: string, { width }: ScreenSize, scheme: Scheme): string =>
  `${view}-${width}-${scheme}.png`;
