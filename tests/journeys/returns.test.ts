import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { linksFrom, readSecret } from "#app/adapters/secrets.server";
import {
  accessibilityViolationsInBothSchemes,
  accessibilityViolationsWithoutScript,
  openParts,
  overflowingElements,
  settled,
  startBrowser,
  visit,
} from "#tests/support/browser";
import { clientOf, redirectPathOf } from "#tests/support/http-client";
import { launchWithLinks, type Product, startProduct, withStore } from "#tests/support/product";
import { chineseFirm } from "./firms";
import { answerAll, signature, startByLink } from "./posting";
import { colleague } from "./two-organisations";

let browser: Browser;
let product: Product;

beforeAll(async () => {
  browser = await startBrowser();
  product = await startProduct();
});

afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

/** What sticks out of a page, and what axe finds on it, in light and dark. */
async function faultsOn(page: Page, script: boolean): Promise<readonly string[]> {
  if (script) await settled(page);
  const found = script ? accessibilityViolationsInBothSchemes(page) : accessibilityViolationsWithoutScript(page);
  return [...(await overflowingElements(page)), ...(await found)];
}

/** A day in three weeks, as a date field takes it. */
const dueDay = new Date(Date.now() + 21 * 86_400_000).toISOString().slice(0, 10);

test.each([true, false])(
  "an analyst returns questions, the supplier answers them again and signs, and both answers stand, with script: %s",
  async (script) => {
    const { recipient, organisation, paths } = await launchWithLinks(product.dataDir, {
      suppliers: 1,
      contact: { language: "en" },
    });
    const first = clientOf(product.origin);
    const base = await startByLink(first, paths[0] ?? "");
    await answerAll(first, base, chineseFirm);
    await redirectPathOf(await first.post(`${base}/sign`, await signature(first, base)));

    // At the desk: from the answers to the list, and the list goes out once.
    const analyst = await colleague(product, organisation.id, "analyst");
    const desk = await visit(browser, { width: 1440, script });
    await desk.addCookies([...analyst.cookies].map(([name, value]) => ({ name, value, url: product.origin })));
    const team = await desk.newPage();
    await team.goto(`${product.origin}/suppliers/${recipient.supplier.id}`);
    // The answers stand in closed parts of the page.
    await openParts(team);
    await team.getByRole("link", { name: "Return this question G2" }).click();
    await team.getByLabel("What should the supplier answer").fill("Since <b>when</b>? The contract says otherwise.");
    expect(await faultsOn(team, script)).toEqual([]);
    await team.getByRole("button", { name: "Put it on the list" }).click();
    await team.getByRole("heading", { name: /^G2/ }).waitFor();
    await team.goto(`${product.origin}/reviews/${base.split("/")[2]}/returned/E1`);
    await team.getByText("Never name a worker or whoever told you").waitFor();
    await team.getByLabel("What should the supplier answer").fill("Please ask the agency, too.");
    await team.getByRole("button", { name: "Put it on the list" }).click();
    await team.getByText("2 questions go back to the supplier").waitFor();
    await team.getByText("asks again about 2 of them").waitFor();
    expect(await faultsOn(team, script)).toEqual([]);
    await team.getByLabel("Answer by").fill(dueDay);
    await team.getByRole("button", { name: "Return 2 questions to the supplier" }).click();
    await team.getByText("whose name the supplier does not read").waitFor();
    expect(await faultsOn(team, script)).toEqual([]);
    await team.goto(product.origin);
    await team.getByRole("link", { name: /^1 supplier has returned questions/ }).click();
    await team.getByRole("heading", { name: "Waits for the supplier" }).waitFor();
    expect(await faultsOn(team, script)).toEqual([]);

    // On a phone: by a link of its own, and only what is asked again.
    const attestation = base.split("/")[2] ?? "";
    const [sent] = await withStore(product.dataDir, (store) => store.returns.sent(organisation.id, attestation));
    const token = linksFrom(readSecret(product.dataDir)).tokenFor(sent?.invitation ?? "", 1);
    const phone = await visit(browser, { width: 390, script });
    const page = await phone.newPage();
    await page.goto(`${product.origin}/s/${token}`);
    await page.getByRole("heading", { name: /asks again about 2 of your answers$/ }).waitFor();
    expect(await page.getByText("The contract says otherwise").count()).toBe(0);
    expect(await faultsOn(page, script)).toEqual([]);
    await page.getByRole("button", { name: "Open what is asked again" }).click();
    await page.getByText("Since <b>when</b>? The contract says otherwise.").waitFor();
    await page.getByText("Not given yet").first().waitFor();
    expect(await faultsOn(page, script)).toEqual([]);
    const again = new URL(page.url()).pathname;
    expect((await page.goto(`${product.origin}${again}/H1`))?.status()).toBe(403);
    await page.getByRole("heading", { name: "This answer stays as you signed it" }).waitFor();

    await page.goto(`${product.origin}${again}`);
    await page.getByRole("link", { name: "Answer G2 again" }).click();
    await page.getByText("The contract says otherwise").waitFor();
    expect(await faultsOn(page, script)).toEqual([]);
    await page.getByRole("button", { name: "Still true: use this answer" }).click();
    await page.getByRole("link", { name: "Change your new answer to G2" }).waitFor();
    await page.getByRole("link", { name: "Answer E1 again" }).click();
    await page.waitForURL(/\/E1$/);
    await page.getByText("Please ask the agency, too.").waitFor();
    expect(await faultsOn(page, script)).toEqual([]);
    await unsure(page);
    await page.waitForURL((url) => !url.pathname.endsWith("/E1"));
    const session = clientOf(product.origin);
    for (const { name, value } of await phone.cookies()) session.cookies.set(name, value);
    await page.goto(`${product.origin}${again}`);
    expect(await faultsOn(page, script)).toEqual([]);
    for (const open of await openIn(page)) {
      await page.goto(`${product.origin}${again}/${open}`);
      await unsure(page);
      await page.waitForURL((url) => !url.pathname.endsWith(`/${open}`));
    }
    await redirectPathOf(await session.post(`${again}/sign`, await signature(session, again)));
    await page.goto(`${product.origin}${again}/receipt`);
    await page.getByText("Corrects", { exact: true }).waitFor();

    // At the desk again: before and after, accepted, and once more.
    await team.goto(`${product.origin}/returns`);
    await team.getByRole("link", { name: recipient.supplier.name }).click();
    await team.getByText("The supplier stands by its answer.").waitFor();
    expect(await faultsOn(team, script)).toEqual([]);
    await team.getByRole("button", { name: "Accept the new answer to G2" }).click();
    await team.getByText(/^Accepted by/).waitFor();
    await team.getByRole("link", { name: "Return E1 once more" }).click();
    await team.getByLabel("What should the supplier answer").fill("And the second agency?");
    await team.getByRole("button", { name: "Put it on the list" }).click();
    await team.getByText("These answers were themselves given to returned questions.").waitFor();
    await desk.close();
    await phone.close();
  },
  120_000,
);

/** Codes of what a new answer brought, as the list of what is asked again names them. */
async function openIn(page: Page): Promise<readonly string[]> {
  const links = page.locator("h2:text('Asked because of a new answer') + ul a");
  const texts = await links.allTextContents();
  return texts.map((text) => text.trim().split(/\s/)[0] ?? "");
}

async function unsure(page: Page): Promise<void> {
  await page.getByLabel("Don’t know").check();
  await page.getByRole("button", { name: "Save and continue" }).click();
}
