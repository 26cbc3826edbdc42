import { chromium } from "playwright-core";
import { spawn } from "node:child_process";
const child = spawn(process.execPath, ["build/server/demo.js"], { env: { ...process.env, NODE_ENV: "production", PORT: "4717", DATA_DIR: "/tmp/acc/demo" }, stdio: ["ignore", "pipe", "pipe"] });
let out = "";
child.stdout.on("data", (d) => (out += d)); child.stderr.on("data", (d) => (out += d));
while (!/Every company/.test(out)) { if (child.exitCode !== null) { console.log(out); process.exit(1); } await new Promise((r) => setTimeout(r, 200)); }
const link = /http\S+\/s\/[\w-]+/.exec(out)?.[0];
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
for (const [w, dark] of [[1440, false], [390, true]] as const) {
  const c = await browser.newContext({ viewport: { width: w, height: 900 }, colorScheme: dark ? "dark" : "light" });
  const p = await c.newPage(); p.setDefaultTimeout(20000);
  const o = "http://localhost:4717";
  await p.goto(o + "/login"); await p.screenshot({ path: `/tmp/acc/login-${w}.png` });
  await p.fill("[name=email]", "ida.lindqvist@northmere.example"); await p.fill("[name=password]", "only-for-this-demo");
  await p.click("main form button"); await p.waitForLoadState("networkidle");
  let n = 0;
  for (const path of ["/settings", "/settings/account", "/settings/account/second-factor", "/settings/people", "/settings/trail"]) {
    await p.goto(o + path); await p.waitForLoadState("networkidle");
    await p.screenshot({ path: `/tmp/acc/${path.split("/").pop()}-${w}.png`, fullPage: n !== 4 }); n++;
  }
  await p.goto(o + "/settings/people"); await p.click("main table a"); await p.waitForURL(/people\/./); await p.waitForLoadState("networkidle");
  await p.screenshot({ path: `/tmp/acc/person-${w}.png`, fullPage: true });
  await p.goto(link!); await p.waitForLoadState("networkidle"); await p.screenshot({ path: `/tmp/acc/look-${w}.png` });
  const f = await p.$("a[href$='answer-for']"); if (f) { await f.click(); await p.waitForURL(/answer-for/); await p.fill("[name=reason]", "By telephone"); await p.click("main form button"); await p.waitForURL(/attest/); await p.goto(p.url() + "/check"); await p.screenshot({ path: `/tmp/acc/standin-${w}.png` }); }
  await c.close();
}
await browser.close(); child.kill();
