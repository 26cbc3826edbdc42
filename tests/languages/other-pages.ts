import type { Page } from "playwright-core";
import { expect } from "vitest";
import { fillIn, goOn } from "#tests/journeys/answering";
import { aPdf } from "#tests/support/documents";
import type { MailServer } from "#tests/support/mail-server";

/** Looks at the page that is open. `name`: of its picture, where it is another than that of its kind. */
export type Look = (kind: string, name?: string) => Promise<void>;

type Visit = { readonly page: Page; readonly base: string; readonly look: Look };

async function open({ page }: Pick<Visit, "page">, address: string): Promise<void> {
  const answer = await page.goto(address);
  expect([address, answer?.status()]).toEqual([address, 200]);
}

/** Pages beside the questions that want no answers, and what is said of mistakes. `other`: a link that nobody has opened. */
export async function visitBeforeAnswers(visit: Visit & { readonly other: string }): Promise<void> {
  const { page, base, look, other } = visit;
  await open(visit, `${base}/E1`);
  await page.locator(goOn).click();
  await page.locator(".problem").waitFor();
  await look("question with an error");
  await open(visit, `${base}/B1/sites/new`);
  await look("row");
  await page.locator(goOn).click();
  await page.locator(".problem").waitFor();
  await look("row with errors");
  await open(visit, `${base}/B1/sites/paste`);
  await look("paste");
  await page
    .locator("#text")
    .fill("Plant 2\tA street\tA province\tChina\tSewing\t12\nPlant 3\t\t\tAtlantis\tSewing\tmany");
  await Promise.all([page.waitForNavigation(), page.locator("#page .actions button").click()]);
  await look("paste with lines found");
  await open(visit, `${base}/left`);
  await look("left");
  await open(visit, `${other}/decline?reason=wrong-contact`);
  await look("decline");
  await open(visit, `${other}/unsubscribe`);
  await look("unsubscribe");
}

/** Pages that are about answers which are there: documents, the workbook, colleagues, all answers, mistakes in signing. */
export async function visitBeforeSigning(visit: Visit & { readonly mails: MailServer }): Promise<void> {
  const { page, base, look } = visit;
  await visitDocuments(visit);
  await visitWorkbook(visit);
  await visitColleagues(visit);
  await open(visit, `${base}/answers`);
  await look("all answers");
  await open(visit, `${base}/sign`);
  await page.locator(goOn).click();
  await page.locator(".problem").waitFor();
  await look("sign with errors");
}

async function visitDocuments(visit: Visit): Promise<void> {
  const { page, base, look } = visit;
  await open(visit, `${base}/K1/evidence`);
  await look("evidence");
  const name = `${"Inspection-report-of-the-second-hall-".repeat(3)}2026.pdf`;
  await page.locator("#file").setInputFiles({ name, mimeType: "application/pdf", buffer: aPdf() });
  await page.locator("main form .actions button").first().click();
  await page.locator(".file-name").waitFor();
  await look("evidence with a document");
  await open(visit, `${base}/files`);
  await look("all files");
  await page.goBack();
  const about = await page.locator("main a[href$='/about']").first().getAttribute("href");
  await open(visit, new URL(about ?? "", base).href);
  await look("about a document");
  await open(visit, new URL((about ?? "").replace(/about$/, "remove"), base).href);
  await look("removal of a document");
}

async function visitWorkbook(visit: Visit): Promise<void> {
  const { page, base, look } = visit;
  await open(visit, `${base}/workbook`);
  await look("workbook");
  const lines = ["avow:id,avow:answer", "A3.job,Owner", "L1.suppliers,many", "X9.old,an answer"];
  const file = { name: "answers.csv", mimeType: "text/csv", buffer: Buffer.from(lines.join("\r\n")) };
  await page.locator("main input[type=file]").setInputFiles(file);
  await page.locator("main form:has(input[type=file]) button[type=submit]").click();
  await page.locator("[name='fix.L1.suppliers']").waitFor();
  await look("changes of a workbook");
}

async function visitColleagues({ page, base, look, mails }: Visit & { readonly mails: MailServer }): Promise<void> {
  await open({ page }, `${base}/colleagues`);
  await look("colleagues");
  await page.locator("#page button[value=ask]").click();
  await page.locator(".problem").waitFor();
  await look("colleagues with errors");
  const address = `zhang.wei.${Date.now()}@haoyuan.example`;
  await fillIn(page, [
    ["section", "E"],
    ["name", "Zhang Wei"],
    ["email", address],
    ["asker", "Li Na"],
    ["note", "Please answer by Friday."],
  ]);
  await page.locator("#page button[value=ask]").click();
  await page.locator(".asked-colleagues").waitFor();
  await look("colleagues with one asked");
  const mail = () => mails.received.find(({ to }) => to.includes(address))?.mail.text ?? "";
  await expect.poll(mail, { timeout: 60_000 }).toContain("/s/");
  const link = /\/s\/[\w-]+/.exec(mail())?.[0] ?? "";
  await open({ page }, new URL(link, base).href);
  await look("landing of a colleague");
}
