// @vitest-environment jsdom
import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { useRich } from "./use-rich";

function Said() {
  const rich = useRich();
  return (
    <p>
      {rich("{count, plural, one {# sensor is} other {# sensors are}} in the {inbox}.", {
        count: 2,
        inbox: <a href="/inbox">inbox</a>,
      })}
    </p>
  );
}

test("a link stands inside its sentence", () => {
  render(<Said />);
  expect(screen.getByRole("link", { name: "inbox" }).parentElement?.textContent).toBe("2 sensors are in the inbox.");
});
