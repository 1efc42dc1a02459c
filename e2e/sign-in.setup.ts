import { expect, test } from "@playwright/test";
import { ADMIN, STORAGE_STATE } from "./fixtures/installation";

test("sign in once, by the API", async ({ request }) => {
  const answer = await request.post("/api/auth/sign-in/email", { data: ADMIN });
  expect(answer.status()).toBe(200);
  await request.storageState({ path: STORAGE_STATE });
});
