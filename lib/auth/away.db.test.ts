import { expect, it } from "vitest";
import { openDatabase } from "@/lib/db/database";
import { createAuth } from "./create-auth";
import { answerAuthRequest } from "./handle-auth-request";
import { readActor } from "./session";
import { createHmac } from "node:crypto";
it("x", async () => {
  const db = openDatabase("postgresql://a:b@127.0.0.1:1/x", () => undefined);
  const secret = "s".repeat(40);
  const auth = createAuth({ prisma: db.prisma, secret, publicUrl: null, log: (...a) => console.log("LOG", ...a.map(String)) });
  const r = await answerAuthRequest(new Request("http://localhost/api/auth/sign-in/email", { method: "POST", headers: { "content-type": "application/json" }, body: "{}" }), { auth, publicUrl: null, address: "1.1.1.1" }).catch((e) => e);
  console.log("SIGNIN", r instanceof Response ? [r.status, await r.text()] : [r.name, r.code, r.message, r.cause, Object.keys(r)]);
  const cookie = "occupancy.session_token=" + encodeURIComponent("tok." + createHmac("sha256", secret).update("tok").digest("base64"));
  const a = await readActor(auth, new Headers({ cookie })).catch((e) => e);
  console.log("ACTOR", a?.name, a?.status, a?.code, a?.message, a?.cause?.name, a?.cause?.code, a?.cause?.message);
  expect(1).toBe(1);
});
