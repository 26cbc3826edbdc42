import { renderToString } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { expect, test } from "vitest";
import { ProblemPage } from "#app/components/supplier/frame/problem-page";
import { LandingPage } from "#app/components/supplier/link/landing-page";
import { ConflictPage } from "#app/components/supplier/question/conflict-page";
import { SignPage } from "#app/components/supplier/signing/sign-page";
import { SavedForLaterPage } from "#app/components/supplier/tasks/saved-for-later-page";
import { Problem } from "#app/domain/problem";
import { i18nFor } from "#app/i18n/texts/i18n.server";
import { asVisitor } from "#app/services/context/callers";
import { showLanding } from "#app/services/supplier/link/show-landing";
import { showProblem } from "#app/services/supplier/page/show-problem";
import { showConflict } from "#app/services/supplier/question/show-conflict";
import { showCheck } from "#app/services/supplier/signing/show-check";
import { showSignPage } from "#app/services/supplier/signing/show-sign-page";
import { showSavedForLater } from "#app/services/supplier/tasks/show-saved-for-later";
import { showTasks } from "#app/services/supplier/tasks/show-tasks";
import { testContext } from "#tests/support/context";
import { asSupplier, form, invite } from "#tests/support/supplier";

function draw(page: React.ReactElement): string {
  return renderToString(<I18nextProvider i18n={i18nFor("en")}>{page}</I18nextProvider>);
}

async function started() {
  const ctx = await testContext();
  const { token, attestation } = await invite(ctx);
  return { ctx, token, attestation, supplier: asSupplier(ctx, token) };
}

test("above what a link opens stand the languages that are there, and not the one it is in", async () => {
  const { supplier, token } = await started();
  const html = draw(<LandingPage view={await showLanding(supplier.visitor, { token })} />);
  const strip = /<nav class="language-strip".*?<\/nav>/.exec(html)?.[0] ?? "";
  expect([...strip.matchAll(/href="\?language=([\w-]+)"/g)].map(([, tag]) => tag)).toEqual([
    "zh-Hans",
    "zh-Hant",
    "ko",
    "ja",
  ]);
});

test("a page that is not there leads back to the sections of its request", async () => {
  const visitor = asVisitor(await testContext(), "en");
  const html = async (code: "not-found" | "link-unknown", address: string) =>
    draw(<ProblemPage view={await showProblem(visitor, { problem: new Problem(code), address })} />);
  expect(await html("not-found", "/attest/a1/Z9/rows/2")).toContain('<a href="/attest/a1">All sections</a>');
  expect(await html("not-found", "/attest/a1")).not.toContain('href="/attest/a1"');
  expect(await html("link-unknown", "/s/abc")).not.toContain("All sections");
});

test("who leaves is told that something is saved only when something is", async () => {
  const { supplier } = await started();
  const page = async () => draw(<SavedForLaterPage view={await showSavedForLater(await supplier.open(), {})} />);
  expect(await page()).not.toContain("Saved. You can close");
  await supplier.answers({ A1: { value: { answer: "whole" } } });
  expect(await page()).toContain("<h1>Saved. You can close this page</h1>");
});

test.each([
  ["en", "All answered. Not sent yet."],
  ["ar", "أُجيب عن جميع الأسئلة، ولم تُرسل الإجابات بعد."],
  ["zh-Hans", "已全部回答，尚未提交。"],
])("when all is answered nothing is called completed before it is signed, in %s", async (language, words) => {
  const ctx = await testContext();
  const supplier = asSupplier(ctx, (await invite(ctx)).token, language);
  await supplier.answersAll();
  const { title, open, finish } = await showTasks(await supplier.open(), {});
  expect(title).toBe(words);
  expect(open).toBeUndefined();
  expect(finish.href).toMatch(/\/check$/);
  await supplier.answers({ E1: {} });
  expect((await showTasks(await supplier.open(), {})).title).not.toBe(words);
});

test("who cannot sign yet reads so above the statement, with the way to the first gap", async () => {
  const { supplier, attestation } = await started();
  const html = draw(<SignPage view={await showSignPage(await supplier.open(), {})} />);
  const above = html.slice(0, html.indexOf('class="signed-record"'));
  expect(above).toContain("You cannot sign yet.");
  expect(above).toContain(`href="/attest/${attestation}/A1?from=check"`);
});

test("of two answers to one question what only one of them says is marked", async () => {
  const { supplier } = await started();
  await supplier.answers({ A3: { value: { name: "Rita Alves", job: "Buyer", helpers: ["hr"] } } });
  const fields = form({ "A3.name": "Rui Costa", "A3.job": "Buyer", "A3.helpers": ["hr"] });
  const html = draw(<ConflictPage view={await showConflict(await supplier.open(), { question: "A3", fields })} />);
  expect([...html.matchAll(/<mark>([^<]*)<\/mark>/g)].map(([, text]) => text)).toEqual([
    "Your name: Rita Alves",
    "Your name: Rui Costa",
  ]);
});

test("what is open is listed a section, with how far it is and the way to its first gap", async () => {
  const { supplier, attestation } = await started();
  await supplier.answers({ E1: { value: { answer: "no" } } });
  const { errors } = await showCheck(await supplier.open(), {});
  const north = errors.find(({ section }) => section === "E");
  expect(north?.text).toMatch(/^1 of \d answered$/);
  expect(north?.links).toEqual([{ label: "Answer E2", href: `/attest/${attestation}/E2?from=check` }]);
  expect(errors.filter(({ links }) => links[0]?.href.includes("/E"))).toHaveLength(1);
});

test("who signs reads the buyer's own name where it is said who may see the answers", async () => {
  const { supplier } = await started();
  const html = draw(<SignPage view={await showSignPage(await supplier.open(), {})} />);
  const { organisation } = (await supplier.open()).session.file;
  expect(html).toContain(`Only ${organisation.name}`);
});
