import { renderToString } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { makeCatalogue } from "#app/adapters/built-in-catalogue";
import type { LanguageTag } from "#app/i18n/languages";
import { i18nFor } from "#app/i18n/texts/i18n.server";
import { saveForm } from "#app/routes/supplier/question/save-form";
import { asVisitor } from "#app/services/context/callers";
import { startAttestation } from "#app/services/supplier/link/start-attestation";
import type { Answers } from "#questionnaires/answers";
import { row } from "#tests/questionnaires/firms";
import { catalogueContents } from "#tests/support/catalogue";
import { testContext } from "#tests/support/context";
import { forcedLabour } from "#tests/support/questionnaires";
import { asSupplier, form, invite } from "#tests/support/supplier";

export const site = row("s1", { name: "Guimarães", country: "PT", work: "production", workers: 42 });

/** Somebody who is asked version 2, with these answers saved. */
export async function asked(answers: Answers = {}, language = "en", buyer = "Nordmark") {
  const ctx = { ...(await testContext()), catalogue: makeCatalogue(() => catalogueContents(forcedLabour(2))) };
  const over = { organisation: { name: buyer }, campaign: { version: 2 }, attestation: { version: 2 } };
  const { token, attestation } = await invite(ctx, over);
  const supplier = asSupplier(ctx, token, language);
  const first = await startAttestation(asVisitor(ctx, language), { token });
  await supplier.answers(answers);
  return { supplier, first, base: `/attest/${attestation}`, open: () => supplier.open() };
}

/** Somebody with one site who is asked version 1. */
export async function askedFirst() {
  const ctx = await testContext();
  const { token } = await invite(ctx);
  const supplier = asSupplier(ctx, token, "en");
  await supplier.answers({ B1: { value: { sites: [row("s1", { name: "Ave", country: "PT", workers: 1 })] } } });
  return { open: () => supplier.open() };
}

export function draw(page: React.ReactElement, language: LanguageTag = "en"): string {
  return renderToString(<I18nextProvider i18n={i18nFor(language)}>{page}</I18nextProvider>);
}

/** Sends the form of a question's page with "Save and continue". */
export async function post(
  open: Awaited<ReturnType<typeof asked>>["open"],
  question: string,
  typed: Parameters<typeof form>[0],
) {
  const self = await open();
  const basedOn = String(self.session.file.revisions[question] ?? 0);
  return saveForm(self, question, form({ ...typed, basedOn }));
}
