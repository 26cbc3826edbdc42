import { renderToString } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { expect, test } from "vitest";
import { ProblemPage } from "#app/components/supplier/frame/problem-page";
import { DeclinePage } from "#app/components/supplier/link/decline-page";
import { LandingPage } from "#app/components/supplier/link/landing-page";
import { UnsubscribePage } from "#app/components/supplier/link/unsubscribe-page";
import { ConflictPage } from "#app/components/supplier/question/conflict-page";
import { QuestionPage } from "#app/components/supplier/question/question-page";
import { PastePage } from "#app/components/supplier/rows/paste-page";
import { RemoveRowPage, RowPage } from "#app/components/supplier/rows/row-page";
import { AnswersPage, CheckPage } from "#app/components/supplier/signing/check-page";
import { ReceiptPage } from "#app/components/supplier/signing/receipt-page";
import { SignPage } from "#app/components/supplier/signing/sign-page";
import { LeftPage } from "#app/components/supplier/tasks/left-page";
import { TasksPage } from "#app/components/supplier/tasks/tasks-page";
import { Problem } from "#app/domain/problem";
import type { LanguageTag } from "#app/i18n/languages";
import { i18nFor } from "#app/i18n/texts/i18n.server";
import { declinePage, unsubscribePage } from "#app/services/supplier/link/aside-pages";
import { landingPage } from "#app/services/supplier/link/landing-page";
import { problemPage } from "#app/services/supplier/page/problem-page";
import { conflictPage } from "#app/services/supplier/question/conflict-page";
import { questionPage } from "#app/services/supplier/question/question-page";
import { pastePage } from "#app/services/supplier/rows/paste-page";
import { removeRowPage, rowPage } from "#app/services/supplier/rows/row-page";
import { tableAt } from "#app/services/supplier/rows/save-row";
import { unsavedForm } from "#app/services/supplier/session/unsaved-form";
import { answersPage, checkPage } from "#app/services/supplier/signing/check-page";
import { receiptPage, signPage } from "#app/services/supplier/signing/sign-page";
import { leftPage } from "#app/services/supplier/tasks/left-page";
import { tasksPage } from "#app/services/supplier/tasks/tasks-page";
import { testContext } from "#tests/support/context";
import { asSupplier, form, invite, signature } from "#tests/support/supplier";

const hostile = `"><script>alert(1)</script><img src=x onerror=alert(2)>`;

function draw(page: React.ReactElement, language: LanguageTag = "en"): string {
  return renderToString(<I18nextProvider i18n={i18nFor(language)}>{page}</I18nextProvider>);
}

test("a script in any name or answer is text on every page of a supplier", async () => {
  const ctx = await testContext();
  const names = { supplier: { name: hostile }, organisation: { name: hostile }, campaign: { reason: { en: hostile } } };
  const { token } = await invite(ctx, names);
  const supplier = asSupplier(ctx, token);
  await supplier.answersAll();
  const site = { id: "s1", cells: { name: hostile, country: "PT", activity: hostile, workers: 60 } };
  await supplier.answers({ B1: { value: { sites: [site] }, comment: hostile } });
  const { ctx: self } = supplier;
  const session = await supplier.open();
  const place = tableAt(session, "B1", "sites");
  const fields = form({ "N3.answer": hostile, "E1.answer": hostile });
  const typed = unsavedForm(fields, { kind: "not-saved" });
  const pages = {
    landing: <LandingPage view={await landingPage(self, session.file, { href: "/s/x" })} />,
    tasks: <TasksPage view={tasksPage(self, session)} />,
    table: <QuestionPage view={questionPage(self, session, { question: "B1" })} />,
    sites: <RowPage view={rowPage(self, session, tableAt(session, "C1", "goods"), { row: "g1" })} />,
    typed: <QuestionPage view={questionPage(self, session, { question: "N3", typed })} />,
    row: <RowPage view={rowPage(self, session, place, { row: "s1" })} />,
    remove: <RemoveRowPage view={removeRowPage(self, session, place, { row: "s1", notSaved: false })} />,
    paste: <PastePage view={pastePage(self, session, place, { text: `${hostile},,,${hostile}`, notSaved: false })} />,
    conflict: <ConflictPage view={conflictPage(self, session, { question: "N3", fields: typed.fields })} />,
    check: <CheckPage view={checkPage(self, session)} />,
    answers: <AnswersPage view={answersPage(self, session)} />,
    left: <LeftPage view={leftPage(self, session)} />,
    sign: <SignPage view={signPage(self, session)} />,
    decline: (
      <DeclinePage view={declinePage(self, session.file, { reason: "not-supplier", done: false, href: "/s/x" })} />
    ),
    unsubscribe: <UnsubscribePage view={unsubscribePage(self, session.file, "/s/x")} />,
    problem: (
      <ProblemPage
        view={problemPage(self, new Problem("link-replaced", { buyer: hostile }), {
          typed: typed.fields,
          address: "/attest/x/N3",
        })}
      />
    ),
  };
  for (const [name, page] of Object.entries(pages)) {
    const html = draw(page);
    expect(html, name).not.toMatch(/<script>|<img/);
    expect(html, name).toContain("&lt;script&gt;");
  }
  await supplier.submits(new Map([...signature, ["O2.name", [hostile]]]));
  const receipt = draw(<ReceiptPage view={receiptPage(self, await supplier.open())} />);
  expect(receipt).not.toMatch(/<script>|<img/);
  expect(receipt).toContain("&lt;script&gt;");
});

test.each(["en", "ar", "zh-Hans"] as const)(
  "what a link opens says in %s to which address it was sent",
  async (language) => {
    const ctx = await testContext();
    const { token } = await invite(ctx);
    const supplier = asSupplier(ctx, token, language);
    const { file } = await supplier.open();
    const view = await landingPage(supplier.ctx, file, { href: "/s/x" });
    const html = draw(<LandingPage view={view} />, language);
    expect(html.replaceAll(/[\u2066-\u2069]/g, "")).toContain(`<bdi>${view.sentTo}</bdi>`);
    expect(html).not.toContain("landing.");
  },
);

test("the page of somebody whose session is gone shows every value again and can send them as they were", () => {
  return testContext().then((ctx) => {
    const typed = form({ basedOn: "2", "E5.answer": ["a", "b"], "E5.comment": "long story" });
    const address = "/attest/x/E5";
    const view = problemPage({ ...ctx, language: "en" }, new Problem("session-missing"), { typed, address });
    const html = draw(<ProblemPage view={view} />);
    for (const [name, value] of view.typed.map(({ name, value }) => [name, value])) {
      expect(html).toContain(`<input type="hidden" name="${name}" value="${value}"/>`);
    }
    expect(html).toContain("long story");
    expect(html).toContain(`action="${address}"`);
    expect(view.typed).toHaveLength(4);
  });
});

test("a language without our words is offered, said to be missing, and read in marked English", async () => {
  const ctx = await testContext();
  const { token } = await invite(ctx);
  const supplier = asSupplier(ctx, token, "vi");
  const view = questionPage(supplier.ctx, await supplier.open(), { question: "E1" });
  expect(view.frame).toMatchObject({ language: "en", chosen: "vi" });
  expect(view.frame.notice).toContain("Tiếng Việt");
  const html = draw(<QuestionPage view={view} />);
  expect(html.match(/<button[^>]*name="language"/g)).toHaveLength(16);
  expect(html).toMatch(/value="vi"[^>]*aria-current="true"/);
});

test("an Arabic page names countries in Arabic and sorts them as Arabic does", async () => {
  const ctx = await testContext();
  const { token } = await invite(ctx);
  const supplier = asSupplier(ctx, token, "ar");
  const view = questionPage(supplier.ctx, await supplier.open(), { question: "A2" });
  const country = view.fields.find(({ id }) => id === "A2.country");
  if (country?.control.kind !== "select") throw new Error("no list of countries");
  const names = [...country.control.html.matchAll(/<option value="[A-Z]{2}">([^<]+)</g)].map(([, name]) => name ?? "");
  expect(names.length).toBeGreaterThan(190);
  expect(names).toContain("الصين");
  expect(names).toEqual([...names].sort(new Intl.Collator("ar").compare));
});
