import { renderToString } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { expect, test } from "vitest";
import { ProblemPage } from "#app/components/supplier/frame/problem-page";
import { DeclinePage } from "#app/components/supplier/link/decline-page";
import { LandingPage } from "#app/components/supplier/link/landing-page";
import { UnsubscribePage } from "#app/components/supplier/link/unsubscribe-page";
import { AnswersPage } from "#app/components/supplier/print/answers-page";
import { ConflictPage } from "#app/components/supplier/question/conflict-page";
import { QuestionPage } from "#app/components/supplier/question/question-page";
import { PastePage } from "#app/components/supplier/rows/paste-page";
import { RemoveRowPage, RowPage } from "#app/components/supplier/rows/row-page";
import { CheckPage } from "#app/components/supplier/signing/check-page";
import { CodePage } from "#app/components/supplier/signing/code-page";
import { ReceiptPage } from "#app/components/supplier/signing/receipt-page";
import { ResultPage } from "#app/components/supplier/signing/result-page";
import { SignPage } from "#app/components/supplier/signing/sign-page";
import { SavedForLaterPage } from "#app/components/supplier/tasks/saved-for-later-page";
import { TasksPage } from "#app/components/supplier/tasks/tasks-page";
import { Problem } from "#app/domain/problem";
import type { LanguageTag } from "#app/i18n/languages";
import { i18nFor } from "#app/i18n/texts/i18n.server";
import { asVisitor } from "#app/services/context/callers";
import { showDecline } from "#app/services/supplier/link/show-decline";
import { showLanding } from "#app/services/supplier/link/show-landing";
import { showUnsubscribe } from "#app/services/supplier/link/unsubscribe";
import { showStopMails } from "#app/services/supplier/mails/stop-mails";
import { showProblem } from "#app/services/supplier/page/show-problem";
import { showPaste } from "#app/services/supplier/paste/show-paste";
import { showAnswers } from "#app/services/supplier/print/show-answers";
import { showConflict } from "#app/services/supplier/question/show-conflict";
import { showQuestion } from "#app/services/supplier/question/show-question";
import { showReceipt } from "#app/services/supplier/receipt/show-receipt";
import { showResult } from "#app/services/supplier/receipt/show-result";
import { showRowRemoval } from "#app/services/supplier/rows/remove-row";
import { showRow } from "#app/services/supplier/rows/show-row";
import { unsavedForm } from "#app/services/supplier/session/unsaved-form";
import { showCodePage } from "#app/services/supplier/signing/code/show-code-page";
import { showCheck } from "#app/services/supplier/signing/show-check";
import { showSignPage } from "#app/services/supplier/signing/show-sign-page";
import { showSavedForLater } from "#app/services/supplier/tasks/show-saved-for-later";
import { showTasks } from "#app/services/supplier/tasks/show-tasks";
import { testContext } from "#tests/support/context";
import { languageWithoutTexts } from "#tests/support/languages";
import { asSupplier, form, invite, signature } from "#tests/support/supplier";

const hostile = `"><script>alert(1)</script><img src=x onerror=alert(2)>`;

function draw(page: React.ReactElement, language: LanguageTag = "en"): string {
  return renderToString(<I18nextProvider i18n={i18nFor(language)}>{page}</I18nextProvider>);
}

test("a script in any name or answer is text on every page of a supplier", async () => {
  const ctx = await testContext();
  const names = {
    supplier: { name: hostile },
    organisation: { name: hostile },
    campaign: { reason: { en: hostile }, sharesResults: true },
  };
  const { token, invitation } = await invite(ctx, names);
  const { org, id } = invitation;
  const stop = { org, invitation: id, proof: ctx.links.stopProofFor(org, id) };
  const supplier = asSupplier(ctx, token);
  await supplier.answersAll();
  const site = { id: "s1", cells: { name: hostile, country: "PT", activity: hostile, workers: 60 } };
  await supplier.answers({ B1: { value: { sites: [site] }, comment: hostile } });
  const { visitor } = supplier;
  const self = await supplier.open();
  const sites = { question: "B1", part: "sites" };
  const fields = form({ "N3.answer": hostile, "E1.answer": hostile });
  const typed = unsavedForm(fields, { kind: "not-saved" });
  const decline = await showDecline(visitor, { token, reason: "not-supplier" });
  if (!decline) throw new Error("it was sent already");
  const pages = {
    landing: <LandingPage view={await showLanding(visitor, { token })} />,
    tasks: <TasksPage view={await showTasks(self, {})} />,
    table: <QuestionPage view={await showQuestion(self, { question: "B1" })} />,
    sites: <RowPage view={await showRow(self, { question: "C1", part: "goods", row: "g1" })} />,
    typed: <QuestionPage view={await showQuestion(self, { question: "N3", typed })} />,
    row: <RowPage view={await showRow(self, { ...sites, row: "s1" })} />,
    remove: <RemoveRowPage view={await showRowRemoval(self, { ...sites, row: "s1" })} />,
    paste: <PastePage view={await showPaste(self, { ...sites, text: `${hostile},,,${hostile}` })} />,
    conflict: <ConflictPage view={await showConflict(self, { question: "N3", fields: typed.fields })} />,
    check: <CheckPage view={await showCheck(self, {})} />,
    answers: <AnswersPage view={await showAnswers(self, {})} />,
    left: <SavedForLaterPage view={await showSavedForLater(self, {})} />,
    sign: <SignPage view={await showSignPage(self, {})} />,
    code: <CodePage view={await showCodePage(self, { typed })} />,
    decline: <DeclinePage view={decline} />,
    stopMails: <UnsubscribePage view={await showStopMails(visitor, stop)} />,
    unsubscribe: <UnsubscribePage view={await showUnsubscribe(visitor, { token })} />,
    problem: (
      <ProblemPage
        view={
          await showProblem(visitor, {
            problem: new Problem("link-replaced", { buyer: hostile }),
            typed: typed.fields,
            address: "/attest/x/N3",
          })
        }
      />
    ),
  };
  for (const [name, page] of Object.entries(pages)) {
    const html = draw(page);
    expect(html, name).not.toMatch(/<script>|<img/);
    expect(html, name).toContain("&lt;script&gt;");
  }
  await supplier.submits(new Map([...signature, ["O2.name", [hostile]]]));
  const result = draw(<ResultPage view={await showResult(await supplier.open(), {})} />);
  expect(result).not.toMatch(/<script>|<img/);
  expect(result).toContain("&lt;script&gt;");
  const receipt = draw(<ReceiptPage view={await showReceipt(await supplier.open(), {})} />);
  expect(receipt).not.toMatch(/<script>|<img/);
  expect(receipt).toContain("&lt;script&gt;");
});

test.each(["en", "ar", "zh-Hans"] as const)(
  "what a link opens says in %s to which address it was sent",
  async (language) => {
    const ctx = await testContext();
    const { token } = await invite(ctx);
    const supplier = asSupplier(ctx, token, language);
    const view = await showLanding(supplier.visitor, { token, language });
    const html = draw(<LandingPage view={view} />, language);
    expect(html.replaceAll(/[\u2066-\u2069]/g, "")).toContain(`<bdi>${view.sentTo}</bdi>`);
    expect(html).not.toContain("landing.");
  },
);

test("the page of somebody whose session is gone shows every value again and can send them as they were", async () => {
  const ctx = await testContext();
  const typed = form({ basedOn: "2", "E5.answer": ["a", "b"], "E5.comment": "long story" });
  const address = "/attest/x/E5";
  const problem = new Problem("session-missing");
  const view = await showProblem(asVisitor(ctx, "en"), { problem, typed, address });
  const html = draw(<ProblemPage view={view} />);
  for (const [name, value] of view.typed.map(({ name, value }) => [name, value])) {
    expect(html).toContain(`<input type="hidden" name="${name}" value="${value}"/>`);
  }
  expect(html).toContain("long story");
  expect(html).toContain(`action="${address}"`);
  expect(view.typed).toHaveLength(4);
});

test.skipIf(!languageWithoutTexts)(
  "a language without our words is offered, said to be missing, and read in marked English",
  async () => {
    const tag = languageWithoutTexts?.tag ?? "en";
    const ctx = await testContext();
    const { token } = await invite(ctx);
    const supplier = asSupplier(ctx, token, tag);
    const view = await showQuestion(await supplier.open(), { question: "E1" });
    expect(view.frame).toMatchObject({ language: "en", chosen: tag });
    expect(view.frame.notice).toContain(languageWithoutTexts?.endonym);
    const html = draw(<QuestionPage view={view} />);
    expect(html.match(/<button[^>]*name="language"/g)).toHaveLength(16);
    expect(html).toMatch(new RegExp(`value="${tag}"[^>]*aria-current="true"`));
  },
);

test("an Arabic page names countries in Arabic and sorts them as Arabic does", async () => {
  const ctx = await testContext();
  const { token } = await invite(ctx);
  const supplier = asSupplier(ctx, token, "ar");
  const view = await showQuestion(await supplier.open(), { question: "A2" });
  const country = view.fields.find(({ id }) => id === "A2.country");
  if (country?.control.kind !== "select") throw new Error("no list of countries");
  const names = [...country.control.html.matchAll(/<option value="[A-Z]{2}">([^<]+)</g)].map(([, name]) => name ?? "");
  expect(names.length).toBeGreaterThan(190);
  expect(names).toContain("الصين");
  expect(names).toEqual([...names].sort(new Intl.Collator("ar").compare));
});
