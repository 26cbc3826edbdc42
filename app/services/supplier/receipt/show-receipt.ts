import * as z from "zod";
import { Problem } from "#app/domain/problem";
import { findLanguage } from "#app/i18n/languages";
import { bareText } from "#app/i18n/page-text";
import { noInput } from "#app/services/context/inputs";
import { supplierUseCase } from "#app/services/context/use-case";
import { mailsLeave } from "#app/services/mails/mail-status";
import { frameOf, momentWords } from "#app/services/supplier/page/frame";
import { type PageTexts, pageTexts } from "#app/services/supplier/page/page-texts";
import { addressOf, type SupplierSession } from "#app/services/supplier/session/supplier-session";
import type { ReceiptView } from "#app/views/supplier/signing/sign";
import type { Answer } from "#questionnaires/answers";
import { countAnswers } from "#questionnaires/walk";
import { receiptFileName } from "./read-receipt";

/** What proves that the answers were sent. @throws Problem "not-found" before they were */
export const showReceipt = supplierUseCase({
  permission: "attestations.answer",
  input: noInput,
  events: [],
  async run(ctx): Promise<ReceiptView> {
    const { session } = ctx;
    const { file, questionnaire } = session;
    const { declaration, attestation, campaign } = file;
    if (!declaration) throw new Problem("not-found");
    const words = pageTexts(ctx, questionnaire, ctx.language);
    const { t } = words;
    const base = addressOf(session);
    const at = declaration.signedAt;
    return {
      frame: frameOf(ctx, session, words, {
        title: t("supplier:receipt.pageTitle", { reference: attestation.reference }),
        from: "receipt",
      }),
      title: t("supplier:receipt.title", { buyer: file.organisation.name }),
      reference: attestation.reference,
      sent: t("supplier:receipt.sentAt", momentWords(at, campaign, words)),
      sentUtc: t("supplier:receipt.utc", { time: at.toISOString().slice(0, 19).replace("T", " ") }),
      signer: t("supplier:receipt.signer", {
        name: declaration.name,
        job: declaration.job,
        supplier: file.supplier.name,
      }),
      questions: t("supplier:receipt.version", {
        title: bareText(words.say("title")),
        version: questionnaire.definition.version,
      }),
      answers: t("supplier:receipt.answers", {
        count: answersIn(declaration.document),
        language: findLanguage(declaration.language)?.endonym ?? declaration.language,
      }),
      ...givenWords(session, words, declaration.document),
      hash: declaration.hash,
      mail: (await mailsLeave(ctx)) ? file.contact.email : undefined,
      fileName: receiptFileName(attestation.reference),
      base,
      buyer: file.organisation.name,
    };
  },
});

/** Which answers somebody of the buyer gave for the supplier, as it was signed. */
function givenWords({ file }: SupplierSession, { t }: PageTexts, document: string): Pick<ReceiptView, "given"> {
  const { answeredForSupplier: given } = signedDocument.parse(JSON.parse(document));
  if (given.length === 0) return {};
  const names = [...new Set(given.map(({ name }) => name))].join(", ");
  const codes = given.map(({ question }) => question).join(", ");
  const { organisation, supplier } = file;
  const all = { count: given.length, names, codes, buyer: organisation.name, supplier: supplier.name };
  return { given: t("supplier:standIn.receipt", all) };
}

/** Of what was signed. Documents that were signed before comments alone stopped counting are counted by the same rule. */
function answersIn(document: string): number {
  const { answers } = signedDocument.parse(JSON.parse(document));
  return countAnswers(answers);
}

const signedDocument = z.object({
  answers: z.record(
    z.string(),
    z.custom<Answer>((value) => typeof value === "object"),
  ),
  answeredForSupplier: z.array(z.object({ question: z.string(), name: z.string() })).default([]),
});
