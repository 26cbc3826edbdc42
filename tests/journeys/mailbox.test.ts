import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { sha256 } from "#app/adapters/secrets.server";
import { bounceOf, noSuchUser, replyTo } from "#tests/app/mailbox/messages";
import {
  accessibilityViolationsInBothSchemes,
  overflowingElements,
  settled,
  startBrowser,
  visit,
} from "#tests/support/browser";
import { anEvent } from "#tests/support/factories";
import { aDataFolder, launchWithLinks, startProduct, withStore } from "#tests/support/product";

test("a mail that came back is taken in as a file, and its address is mended where the recipient stands", async () => {
  const dataDir = aDataFolder();
  const { admin, organisation, recipient } = await launchWithLinks(dataDir);
  const session = randomBytes(32).toString("base64url");
  const createdAt = new Date();
  const expiresAt = new Date(createdAt.getTime() + 3_600_000);
  const signIn = { org: organisation.id, user: admin.id, sessionHash: sha256(session), createdAt, expiresAt };
  await withStore(dataDir, (store) => store.users.signIn({ ...signIn, audit: anEvent() }));
  const product = await startProduct(dataDir);
  const browser = await startBrowser();
  try {
    const context = await visit(browser, { width: 390 });
    context.setDefaultTimeout(30_000);
    await context.addCookies([{ name: "avow_team", value: session, url: product.origin }]);
    const page = await context.newPage();
    const faults = async () => {
      await settled(page);
      return [...(await overflowingElements(page)), ...(await accessibilityViolationsInBothSchemes(page))];
    };
    const fileOf = (name: string, bytes: Uint8Array) => ({
      ...{ name, mimeType: "message/rfc822", buffer: Buffer.from(bytes) },
    });
    await page.goto(`${product.origin}/settings/mail`);
    await page.getByRole("link", { name: "What came back" }).click();
    await page.getByRole("button", { name: "Take in" }).click();
    await page.getByRole("link", { name: "Files: choose one or more mails, saved as .eml files." }).waitFor();
    expect(await faults()).toEqual([]);
    const forged = replyTo("<made-up@avow.example>", { Subject: "<img src=x onerror=alert(1)>" });
    await page
      .getByLabel("Mails as files")
      .setInputFiles([fileOf("back.eml", bounceOf(recipient, noSuchUser)), fileOf("odd.eml", forged)]);
    await page.getByRole("button", { name: "Take in" }).click();
    await page.getByText("2 mails were taken in.").waitFor();
    expect(await page.locator("tbody tr").count()).toBe(2);
    expect(await page.locator("tbody img").count()).toBe(0);
    expect(await page.locator("tbody").innerText()).toContain("550 5.1.1 no such user here");
    expect(await faults()).toEqual([]);

    await page.getByRole("link", { name: recipient.supplier.name }).click();
    await page.getByText(/^Mails to it come back since/).waitFor();
    const address = page.getByLabel("Address of the contact");
    expect(await address.inputValue()).toBe(recipient.contact.email);
    await address.fill("mill@example");
    await page.getByRole("button", { name: "Save the address and send again" }).click();
    await page.locator("#email-error, .error-text").first().waitFor();
    expect(await address.inputValue()).toBe("mill@example");
    expect(await faults()).toEqual([]);
    await address.fill("works@mill.example");
    await page.getByRole("button", { name: "Save the address and send again" }).click();
    await page.getByText("The address is saved, and the message is on its way to it.").waitFor();
    expect(await page.getByText(/^Mails to it come back since/).count()).toBe(0);
    const { rows } = await withStore(dataDir, (store) => store.mails.list(organisation.id, { page: 1, pageSize: 9 }));
    expect(rows[0]).toMatchObject({ to: "works@mill.example", state: "queued" });
  } finally {
    await browser.close();
    await product.stop();
  }
});
