import type { AnswerCarried, AnswersGiven } from "#app/services/answers/answers-given";
import { evidenceListing } from "#app/services/answers/evidence-answers";
import { signedFindings } from "#app/services/answers/findings/signed-findings";
import type { SignedApproval } from "#app/services/answers/signed/signed-approval";
import type { SignedCorrects } from "#app/services/answers/signed/signed-corrects";
import type { ServiceContext } from "#app/services/context/contexts";
import { isUnreviewed } from "#app/services/languages/language-report";
import type { PageTexts } from "#app/services/supplier/page/page-texts";
import type { SupplierSession } from "#app/services/supplier/session/supplier-session";
import type { Declaration, SignedConfirmation } from "#db/records";
import type { Question } from "#questionnaires/definition";
import { canonicalJson } from "#questionnaires/fingerprints/canonical-json";
import type { Text } from "#questionnaires/texts";
import type { FoundInSession } from "./findings/found";
import { shownTexts } from "./shown-texts";

/** The statement as it is read and signed: its opening, and its clauses in order. */
export type Statement = {
  /** That the English text decides; where the statement is read in a translation that nobody has checked. */
  readonly notice?: string;
  readonly opening: string;
  readonly clauses: readonly Text[];
  /** SHA-256, in lower-case hex, over all of it, a line each. */
  readonly hash: string;
};

/** @param words those of the page on which the statement is read */
export function statementOf(
  ctx: ServiceContext,
  { file, questionnaire }: SupplierSession,
  { texts, t, ui }: PageTexts,
): Statement {
  const clauses: Text[] = [];
  for (let text = texts.get("declaration.1"); text; text = texts.get(`declaration.${clauses.length + 1}`)) {
    clauses.push(text);
  }
  const opening = t("supplier:sign.opening", { supplier: file.supplier.name });
  // Its opening is a text of the page, and the page may be in another language than the clauses.
  const unreviewed = [texts.language, ui].some((language) => isUnreviewed(questionnaire, language, ctx.sha256));
  const notice = unreviewed ? t("supplier:sign.unreviewed") : undefined;
  const whole = [...(notice ? [notice] : []), opening, ...clauses.map(({ text }) => text)].join("\n");
  return { notice, opening, clauses, hash: ctx.sha256(whole) };
}

/** The question that is answered by signing. Throws for a questionnaire without one. */
export function signingQuestion({ questionnaire }: SupplierSession): Question {
  for (const question of questionnaire.questions.values()) if (question.signing) return question;
  throw new Error(`${questionnaire.key} cannot be signed`);
}

export type Signer = { readonly name: string; readonly job: string; readonly sharing: string };

const noneGiven: AnswersGiven = { forSupplier: [], byColleagues: [] };

/**
 * The declaration with its document: canonical JSON (RFC 8785) of all that was sent, of which `hash` is the SHA-256. Whoever
 * holds the document can compute the hash again with any tool.
 */
export function declarationOf(
  ctx: ServiceContext,
  session: SupplierSession,
  signer: Signer,
  words: PageTexts,
  {
    given = noneGiven,
    carried = [],
    found = { findings: [], stands: [] },
    confirmation,
    approval,
    corrects,
  }: {
    given?: AnswersGiven;
    carried?: readonly AnswerCarried[];
    found?: FoundInSession;
    confirmation?: SignedConfirmation;
    approval?: SignedApproval;
    corrects?: SignedCorrects;
  } = {},
): Declaration {
  const { file, questionnaire, walk } = session;
  const { definition } = questionnaire;
  const signedAt = ctx.clock.now();
  const statement = statementOf(ctx, session, words);
  const { texts } = words;
  const document = canonicalJson({
    format: "avow-attestation/1",
    reference: file.attestation.reference,
    ...(corrects ? { corrects } : {}),
    organisation: { name: file.organisation.name },
    supplier: { ref: file.supplier.ref, name: file.supplier.name, country: file.supplier.country },
    questionnaire: { id: definition.id, version: definition.version, fingerprint: questionnaire.fingerprint },
    texts: { language: texts.language, revision: texts.revision, number: questionnaire.revision },
    shown: shownTexts(session, words),
    answers: walk.answers,
    evidence: evidenceListing(file, walk.asked),
    // Only where there are any: what is answered by the supplier's own link says no more than before.
    ...(given.forSupplier.length > 0 ? { answeredForSupplier: given.forSupplier } : {}),
    ...(given.byColleagues.length > 0 ? { answeredByColleagues: given.byColleagues } : {}),
    ...(carried.length > 0
      ? { answersCarried: carried.map(({ question, signedAt }) => ({ question, signedAt: signedAt.toISOString() })) }
      : {}),
    ...(found.findings.length > 0 ? { findings: signedFindings(found) } : {}),
    statement,
    signer: { ...signer, authority: "yes" },
    ...(confirmation ? { confirmation } : {}),
    // Only where there was one, as above.
    ...(approval ? { approval } : {}),
    signedAt: signedAt.toISOString(),
  });
  return {
    ...signer,
    language: texts.language,
    statementHash: statement.hash,
    signedAt,
    hash: ctx.sha256(document),
    document,
  };
}
