import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startBrowser } from "#tests/support/browser";
import { demoServer } from "./demo-server";
import { takePictures } from "./pictures";

const folder = "docs/screenshots";
const chromium = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** Pictures of the demo for the documentation, the same on every machine that has the same fonts. */
async function main(): Promise<void> {
  if (!existsSync(chromium)) {
    console.error(`Screenshots need Chromium, and ${chromium} is not there. Say where it is in CHROMIUM.`);
    process.exitCode = 1;
    return;
  }
  mkdirSync(folder, { recursive: true });
  const dataDir = mkdtempSync(join(tmpdir(), "avow-screenshots-"));
  const server = await demoServer(dataDir);
  const browser = await startBrowser();
  try {
    await takePictures(browser, server, folder);
  } finally {
    await browser.close();
    await server.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

await main();
