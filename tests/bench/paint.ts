import type { Browser } from "playwright-core";
import { startBrowser, visit } from "#tests/support/browser";
import { percentile } from "./load";
import { aDataFolder, startServer } from "./servers";
import { newestQuestions, suppliersAtWork } from "./suppliers-at-work";

/** Medians in milliseconds, from the request to the first paint with content. */
export type PaintTimes = { readonly landing: number; readonly question: number };

const turns = 5;

/** 400 kbit/s, 400 ms there and back, CPU four times slower, nothing kept: as the figures of others were measured. */
const slowLine = {
  offline: false,
  latency: 400,
  downloadThroughput: 400_000 / 8,
  uploadThroughput: 400_000 / 8,
};

/** First paint of the page of a link and of a question, each time in a browser that has never been there. */
export async function paintTimes(): Promise<PaintTimes> {
  const dataDir = aDataFolder();
  const [supplier] = await suppliersAtWork(dataDir, 1, newestQuestions);
  if (!supplier) throw new Error("nobody is at work");
  const server = await startServer(["build/server/main.js"], dataDir);
  const browser = await startBrowser();
  try {
    const [name = "", value = ""] = supplier.cookie.split("=");
    const cookie = { name, value, url: server.origin };
    const [landing, question]: [number[], number[]] = [[], []];
    for (let turn = 0; turn < turns; turn += 1) {
      landing.push(await firstPaint(browser, server.origin + supplier.link));
      question.push(await firstPaint(browser, `${server.origin}/attest/${supplier.attestation}/E1`, cookie));
    }
    return { landing: percentile(landing, 0.5), question: percentile(question, 0.5) };
  } finally {
    await browser.close();
    await server.stop();
  }
}

type Cookie = { readonly name: string; readonly value: string; readonly url: string };

async function firstPaint(browser: Browser, address: string, cookie?: Cookie): Promise<number> {
  const context = await visit(browser, { width: 412, height: 915 });
  if (cookie) await context.addCookies([cookie]);
  const page = await context.newPage();
  const devTools = await context.newCDPSession(page);
  await devTools.send("Network.enable");
  await devTools.send("Network.setCacheDisabled", { cacheDisabled: true });
  await devTools.send("Network.emulateNetworkConditions", slowLine);
  await devTools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  const answer = await page.goto(address, { waitUntil: "load" });
  if (answer?.status() !== 200) throw new Error(`${address} was answered with ${answer?.status()}`);
  const painted = await page.waitForFunction(
    () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime,
  );
  const ms = await painted.jsonValue();
  await context.close();
  return ms ?? Number.NaN;
}
