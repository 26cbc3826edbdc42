import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { overflowingElements, startBrowser, visit } from "#tests/support/browser";
import { type Client, clientOf, redirectPathOf } from "#tests/support/http-client";
import { launchWithLinks, type Product, startProduct } from "#tests/support/product";
import { cleanFirm } from "./firms";
import { answerAll, signature, startByLink } from "./posting";
import { signedIn } from "./two-organisations";

/** Ten thousand characters without a place to break, as somebody writes who wants to push a page apart. */
const endless = "W".repeat(10_000);
/** As long as forms take them. */
const long = endless.slice(0, 200);

let product: Product;
let browser: Browser;
let team: Client;
let supplier: Client;
let signing: { base: string; name: string };
let pages: { team: readonly string[]; supplier: readonly string[] };

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), startBrowser()]);
  const world = await launchWithLinks(product.dataDir, {
    supplier: { name: endless, place: endless },
    organisation: { name: endless },
    contact: { name: endless, language: "en" },
    campaign: { name: endless, reason: { en: endless } },
  });
  const path = world.paths[0] ?? "";
  supplier = clientOf(product.origin);
  const base = await startByLink(supplier, path);
  const sites = [{ name: long, country: "PT", activity: long.slice(0, 100), workers: "60" }];
  const said = {
    A3: { name: long.slice(0, 120), job: long.slice(0, 120), helpers: ["hr"] },
    N3: { answer: endless.slice(0, 4000) },
  };
  await answerAll(supplier, base, { ...cleanFirm, ...said, B1: { sites } });
  const paper = new FormData();
  paper.set("file", new File(["%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"], `${endless}.pdf`));
  await redirectPathOf(await supplier.send(`${base}/E1/evidence`, { method: "POST", body: paper }));
  const working = ["", "/A3", "/B1", "/E1", "/E1/evidence", "/N3", "/left", "/check", "/sign"];
  pages = {
    team: [],
    supplier: [path, `${path}/decline`, `${path}/unsubscribe`, ...working.map((page) => base + page)],
  };
  team = await signedIn(product, world.admin);
  const body = new FormData();
  body.set("pasted", `Name,Country,E-mail,Contact,City\n${endless},Portugal,x@x.example,${endless},${endless}\n`);
  const upload = await redirectPathOf(await team.send("/suppliers/import", { method: "POST", body }));
  const { id } = world.campaign;
  const mails = await (await team.get("/settings/mail")).text();
  const mail = /href="(\/settings\/mail\/(?!received)[\w-]+)"/.exec(mails)?.[1] ?? "";
  pages = {
    ...pages,
    team: [
      "/",
      "/suppliers",
      `/suppliers?q=${endless.slice(0, 1_000)}`,
      `/suppliers/${world.recipient.supplier.id}`,
      upload,
      "/campaigns",
      `/campaigns/${id}`,
      `/campaigns/${id}/invitations/${world.recipient.invitation.id}`,
      `/campaigns/${id}/close`,
      "/settings",
      "/settings/people",
      "/settings/mail",
      mail,
    ],
  };
  signing = { base, name: long.slice(0, 120) };
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

async function narrow(client: Client): Promise<BrowserContext> {
  const context = await visit(browser, { width: 320, height: 640, script: false });
  const path = [...client.cookies.keys()][0] === "avow_attest" ? signing.base : "/";
  await context.addCookies([...client.cookies].map(([name, value]) => ({ name, value, domain: "localhost", path })));
  return context;
}

async function faultsOn(context: BrowserContext, paths: readonly string[]): Promise<readonly string[]> {
  const page = await context.newPage();
  const faults: string[] = [];
  for (const path of paths) {
    const answer = await page.goto(product.origin + path);
    if (answer?.status() !== 200) faults.push(`${path}: ${answer?.status()}`);
    faults.push(...(await overflowingElements(page)).map((fault) => `${path}: ${fault}`));
  }
  return faults;
}

describe("names of ten thousand characters without a blank", () => {
  it("push no page of the team out of it", async () => {
    const context = await narrow(team);
    expect(await faultsOn(context, pages.team)).toEqual([]);
    await context.close();
  });

  it("push no page of a supplier out of a window of 320 px", async () => {
    const context = await narrow(supplier);
    expect(await faultsOn(context, pages.supplier)).toEqual([]);
    const { base, name } = signing;
    await redirectPathOf(await supplier.post(`${base}/sign`, await signature(supplier, base, name)));
    expect(await faultsOn(context, [`${base}/receipt`, `${base}/answers`])).toEqual([]);
    await context.close();
  });

  it("are refused with a word about it wherever a name is typed, and what was typed is shown again", async () => {
    const { base } = signing;
    const late = clientOf(product.origin);
    const world = await launchWithLinks(product.dataDir, { contact: { language: "en" } });
    const own = await startByLink(late, world.paths[0] ?? "");
    expect(own).not.toBe(base);
    const forms = {
      [`${own}/A3`]: [["A3.name", endless]],
      [`${own}/B1/sites/new`]: [
        ["B1.sites.name", endless],
        ["B1.sites.country", "PT"],
      ],
    } as const;
    for (const [path, form] of Object.entries(forms)) {
      const answer = await late.post(path, [["basedOn", "0"], ...form]);
      const page = await answer.text();
      expect([path, answer.status]).toEqual([path, 422]);
      expect(page).toMatch(/Write \d[\d,]* characters or fewer/);
      expect(page).toContain(endless);
    }
  });
});
