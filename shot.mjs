import { chromium } from "playwright-core";
import { spawn } from "node:child_process";
const url = process.env.URL;
const b = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox","--disable-gpu","--disable-background-networking"] });
for (const [w,h,scheme] of [[1440,900,"light"],[1440,900,"dark"],[390,844,"light"]]) {
  const c = await b.newContext({ viewport:{width:w,height:h}, colorScheme: scheme });
  await c.request.post(url+"/api/auth/sign-in/email",{data:{email:"admin@example.com",password:"long-odd-Password-77"}});
  const p = await c.newPage();
  p.on("console", m => m.type()==="error" && console.log("console", m.text().slice(0,300)));
  p.on("pageerror", e => console.log("pageerror", e.message.slice(0,300)));
  for (const path of process.argv.slice(2)) {
    await p.goto(url+path); await p.waitForTimeout(1500);
    await p.screenshot({ path: `/tmp/shots/${path.replaceAll(/\W+/g,"_")}-${w}-${scheme}.png` });
  }
  await c.close();
}
await b.close();
