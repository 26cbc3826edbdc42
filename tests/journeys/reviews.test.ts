import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  accessibilityViolationsInBothSchemes,
  accessibilityViolationsWithoutScript,
  overflowingElements,
  settled,
  startBrowser,
  visit,
} from "#tests/support/browser";
import { aDocument, roomyLimits } from "#tests/support/documents";
import { anEvent, aUser } from "#tests/support/factories";
import { clientOf, redirectPathOf } from "#tests/support/http-client";
import { launchWithLinks, type Product, startProduct, withStore } from "#tests/support/product";
import { chineseFirm, cleanFirm } from "./firms";
import { answerAll, signature, startByLink } from "./posting";
import { signedIn } from "./two-organisations";

let product: Product;
let browser: Browser;
let names: readonly string[];
let hana: string;
let ines: string;
let ids: { readonly attestation: string; readonly supplier: string };

/** Wages go to a team leader, which holds Critical; the employer keeps papers, which holds High. */
const heldFirm = { ...cleanFirm, H1: { answer: ["leader-or-state"] }, G1: { answer: "employer-other" } };

beforeAll(async () => {
  browser = await startBrowser();
  product = await startProduct();
  const world = await launchWithLinks(product.dataDir, { suppliers: 3 });
  const org = world.organisation.id;
  for (const [place, firm] of [heldFirm, chineseFirm, cleanFirm].entries()) {
    const supplier = clientOf(product.origin);
    const base = await startByLink(supplier, world.paths[place] ?? "");
    await answerAll(supplier, base, firm);
    const attestation = world.recipients[place]?.attestation.id ?? "";
    for (const question of place === 0 ? ["H1", "K1"] : []) {
      const evidence = aDocument({ question, name: `interview-report-${question}.pdf` });
      await withStore(product.dataDir, (store) =>
        store.evidence.add({ org, attestation, evidence, limits: roomyLimits, audit: anEvent() }),
      );
    }
    await redirectPathOf(await supplier.post(`${base}/sign`, await signature(supplier, base)));
  }
  const [held] = world.recipients;
  ids = { attestation: held?.attestation.id ?? "", supplier: held?.supplier.id ?? "" };
  names = world.recipients.map(({ supplier }) => supplier.name);
  hana = await analyst(org, "Hana Weber");
  ines = await analyst(org, "Inês Duarte");
}, 120_000);

/** The cookie of somebody who may decide. */
async function analyst(org: string, name: string): Promise<string> {
  const user = aUser({ org, name, role: "analyst", email: `${name.replace(" ", ".")}@nordwind.example` });
  const audit = anEvent();
  await withStore(product.dataDir, (store) => store.users.add({ user, passwordHash: "$argon2id$of-nobody", audit }));
  return (await signedIn(product, user)).cookies.get("avow_team") ?? "";
}

afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

type Opened = { readonly page: Page; readonly faults: string[]; readonly script: boolean };

async function open(cookie: string, width: number, script: boolean): Promise<Opened> {
  const context = await visit(browser, { width, script });
  await context.addCookies([{ name: "avow_team", value: cookie, url: product.origin }]);
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const faults: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) faults.push(`console on ${page.url()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`error on ${page.url()}: ${error.message}`));
  return { page, faults, script };
}

async function look({ page, faults, script }: Opened): Promise<void> {
  if (script) await settled(page);
  const found = script
    ? await accessibilityViolationsInBothSchemes(page)
    : await accessibilityViolationsWithoutScript(page);
  faults.push(...[...(await overflowingElements(page)), ...found].map((fault) => `${page.url()}: ${fault}`));
}

describe.each([
  { script: true, width: 1440 },
  { script: true, width: 320 },
  { script: false, width: 390 },
])("the inbox with a window of $width px, JavaScript: $script", ({ script, width }) => {
  it("lists what waits by risk, and each answer with its documents", async () => {
    const opened = await open(hana, width, script);
    const { page, faults } = opened;
    await page.goto(`${product.origin}/`);
    if (width > 1000) await page.getByRole("link", { name: "Reviews", exact: true }).click();
    else await page.goto(`${product.origin}/reviews`);
    await page.getByRole("heading", { name: /Reviews/ }).waitFor();
    await page.selectOption("select[name=sort]", "risk");
    await page.getByRole("button", { name: "Show" }).click();
    await page.waitForURL(/sort=risk/);
    await look(opened);
    expect(await page.locator("tbody tr").count()).toBe(3);
    await page.selectOption("select[name=kind]", "files");
    await page.getByRole("button", { name: "Show" }).click();
    await page.waitForURL(/kind=files/);
    await page.locator("tbody").getByRole("link", { name: names[0] }).click();
    await page.getByRole("heading", { name: `Review of ${names[0]}` }).waitFor();
    await look(opened);
    await page.goto(`${product.origin}/reviews/rules`);
    await look(opened);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

it("lifts a floor with a second person, judges a file by keyboard, and sees the rating move and why", async () => {
  const first = await open(hana, 1440, true);
  const { page } = first;
  await page.goto(`${product.origin}/reviews/${ids.attestation}`);
  await settled(page);
  expect(await page.locator(".ask-line .question-code").textContent()).toBe("H1");
  await page.getByText("Critical needs two.").waitFor();
  // Without a second person nothing is asked, and what was typed stays.
  await page.locator("#reason").fill("Paid to their own accounts since May.");
  await page.getByLabel("File that shows it").selectOption({ label: "H1 · interview-report-H1.pdf" });
  await page.getByRole("button", { name: "Ask the second person to lift H1" }).click();
  await page.getByRole("link", { name: /choose somebody else who may decide/ }).waitFor();
  expect(await page.locator("#reason").inputValue()).toMatch(/own accounts/);
  await look(first);
  expect(await page.getByLabel("File that shows it").inputValue()).not.toBe("");
  await page.getByLabel("Second person, not you").selectOption({ label: "Inês Duarte" });
  await page.getByRole("button", { name: "Ask the second person to lift H1" }).click();
  await page.getByText("Nothing changes until the second person agrees.").first().waitFor();
  expect(await page.locator(".head-meta").textContent()).toMatch(/Critical/);
  await look(first);

  // Keys go to the next answer and to the file, and can be turned off.
  await page.keyboard.press("n");
  await page.waitForURL(/question=G1/);
  await page.getByText(/Lifting this one alone changes nothing: .*H1/).waitFor();
  await page.getByLabel(/Single keys/).uncheck();
  await page.locator("h1").click();
  await page.keyboard.press("n");
  await page.getByLabel(/Single keys/).check();
  await page.locator("h1").click();
  expect(page.url()).toMatch(/question=G1/);

  const second = await open(ines, 1440, true);
  await second.page.goto(`${product.origin}/reviews?view=second`);
  await second.page.locator("tbody").getByRole("link", { name: names[0] }).click();
  await second.page.getByText("Paid to their own accounts since May.").waitFor();
  await second.page.getByRole("button", { name: "Agree", exact: true }).click();
  await second.page.getByText("Agreed. The decision counts now.").waitFor();
  expect(await second.page.locator(".head-meta").textContent()).not.toMatch(/Critical/);
  await look(second);

  // A file without script, judged by the same form.
  const plain = await open(hana, 1440, false);
  await plain.page.goto(`${product.origin}/reviews/${ids.attestation}?question=K1`);
  await plain.page.getByText("Accept, 0.9").click();
  await plain.page.getByRole("button", { name: "Judge the file" }).click();
  await plain.page.getByText("Decided. The rating").waitFor();
  await look(plain);

  await page.goto(`${product.origin}/suppliers/${ids.supplier}#history`);
  await page.getByText("After a floor was lifted: H1, by Hana Weber and Inês Duarte").waitFor();
  await page.getByText("After a file was accepted: K1, by Hana Weber").waitFor();
  for (const { faults, page: one } of [first, second, plain]) {
    // The answer 422 to what could be corrected is said in the console.
    expect(faults.filter((fault) => !fault.includes("422"))).toEqual([]);
    await one.context().close();
  }
}, 120_000);
