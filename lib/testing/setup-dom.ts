import { cleanup } from "@testing-library/react";
import { afterEach, vi } from "vitest";

/** What jsdom lacks and Mantine and Recharts ask for. Import it in tests that render. */
class SilentObserver implements ResizeObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}

vi.stubGlobal("ResizeObserver", SilentObserver);
vi.stubGlobal("matchMedia", (media: string) => ({
  media,
  matches: false,
  onchange: null,
  addEventListener: () => {},
  removeEventListener: () => {},
  dispatchEvent: () => false,
}));

afterEach(cleanup);
