import * as z from "zod";
import { findLanguage } from "#app/i18n/languages";
import { bareText, pageText } from "#app/i18n/page-text";
import { type AnswerGiven, answersGivenIn } from "#app/services/answers/answers-given";
import { confirmationIn } from "#app/services/answers/confirmation";
import { approverIn } from "#app/services/answers/signed/signed-approval";
import { correctsIn } from "#app/services/answers/signed/signed-corrects";
import { statementIn } from "#app/services/answers/signed/signed-statement";
import { momentWords } from "#app/services/supplier/page/frame";
import { type PageTexts, uiLanguage } from "#app/services/supplier/page/page-texts";
import type { SupplierSession } from "#app/services/supplier/session/supplier-session";
import type { SignedStatement } from "#app/views/supplier/signing/answers";
import type { SignedFacts } from "#app/views/supplier/signing/sign";
import type { Declaration } from "#db/records";
import type { Answer } from "#questionnaires/answers";
import { countAnswers } from "#questionnaires/walk";

/** Who signed what and when, in words: moments in the zone of the campaign and in UTC. */
export function signedFacts(
  { file, questionnaire }: SupplierSession,
  declaration: Declaration,
  words: PageTexts,
): SignedFacts {
  const { t } = words;
  const at = declaration.signedAt;
  return {
    reference: file.attestation.reference,
    sent: t("supplier:receipt.sentAt", momentWords(at, file.campaign, words)),
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
    ...givenWords(file, declaration, words),
    ...confirmedWords(file, declaration, words),
    approved: approverIn(declaration),
    corrects: correctsIn(declaration),
    hash: declaration.hash,
  };
}

/** Which answers others gave, as it was signed. */
function givenWords(
  { organisation, supplier }: SupplierSession["file"],
  declaration: Declaration,
  { t }: PageTexts,
): Pick<SignedFacts, "given" | "byColleagues"> {
  const { forSupplier, byColleagues } = answersGivenIn(declaration);
  const wordsOf = (given: readonly AnswerGiven[]) => ({
    count: given.length,
    names: [...new Set(given.map(({ name }) => name))].join(", "),
    codes: given.map(({ question }) => question).join(", "),
    buyer: organisation.name,
    supplier: supplier.name,
  });
  return {
    ...(forSupplier.length > 0 ? { given: t("supplier:standIn.receipt", wordsOf(forSupplier)) } : {}),
    ...(byColleagues.length > 0 ? { byColleagues: t("supplier:colleagues.receipt", wordsOf(byColleagues)) } : {}),
  };
}

/** How the signature was confirmed. */
function confirmedWords(
  { campaign }: SupplierSession["file"],
  declaration: Declaration,
  words: PageTexts,
): Pick<SignedFacts, "confirmed"> {
  const confirmation = confirmationIn(declaration);
  if (!confirmation) return {};
  if (confirmation.by === "none") return { confirmed: words.t("supplier:receipt.noCode") };
  const sent = { address: confirmation.sentTo, ...momentWords(confirmation.sentAt, campaign, words) };
  return { confirmed: words.t("supplier:receipt.byCode", sent) };
}

/** The statement as it was read by whoever signed it, on a page written in `ui` now. */
export function signedStatement({ document, language }: Declaration, ui: string): SignedStatement {
  const statement = statementIn(document);
  if (!statement) throw new Error("a signed document holds its statement");
  const { notice, opening, clauses } = statement;
  // Our own words round the clauses were in the language of the page that was signed.
  const ours = (text: string) => pageText({ text, lang: uiLanguage(language) }, ui);
  return {
    ...(notice === undefined ? {} : { notice: ours(notice) }),
    opening: ours(opening),
    clauses: clauses.map((clause) => pageText(clause, ui)),
  };
}

/** Of what was signed. Documents that were signed before comments alone stopped counting are counted by the same rule. */
function answersIn(document: string): number {
  const { answers } = signedAnswers.parse(JSON.parse(document));
  return countAnswers(answers);
}

const signedAnswers = z.object({
  answers: z.record(
    z.string(),
    z.custom<Answer>((value) => typeof value === "object"),
  ),
});
