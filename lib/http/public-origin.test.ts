import { expect, test } from "vitest";
import { publicOrigin } from "./public-origin";

test.each([
  ["PUBLIC_URL wins, without its path", { host: "10.0.0.7:3000" }, "https://occ.example/app", "https://occ.example"],
  ["else the host asked for", { host: "10.0.0.7:3000" }, null, "http://10.0.0.7:3000"],
  [
    "with the scheme a proxy in front speaks",
    { host: "occ.example", "x-forwarded-proto": "https, http" },
    null,
    "https://occ.example",
  ],
  ["and never a host that is none", { host: "a b<script>" }, null, "http://localhost"],
])("%s", (_, headers, publicUrl, origin) => {
  expect(publicOrigin(new Headers(headers as Record<string, string>), publicUrl)).toBe(origin);
});
