// @vitest-environment jsdom
import { act, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { useDrift } from "./use-drift";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("goes around a square of two pixels, a corner each minute", () => {
  const { result } = renderHook(() => useDrift());
  const seen = [result.current.transform];
  for (let minute = 0; minute < 4; minute++) {
    act(() => void vi.advanceTimersByTime(60_000));
    seen.push(result.current.transform);
  }
  expect(seen).toEqual(["0px, 0px", "2px, 0px", "2px, 2px", "0px, 2px", "0px, 0px"].map((at) => `translate(${at})`));
});
