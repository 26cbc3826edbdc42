import { noInput } from "#app/services/context/inputs";
import { supplierUseCase } from "#app/services/context/use-case";
import { mayAnswer } from "#app/services/supplier/colleagues/own-sections";
import { documentsOf, evidenceLines } from "#app/services/supplier/evidence/evidence-lines";
import { waitingLines } from "#app/services/supplier/evidence/pieces/waiting-lines";
import { frameOf } from "#app/services/supplier/page/frame";
import { pageTexts } from "#app/services/supplier/page/page-texts";
import { addressOf } from "#app/services/supplier/session/supplier-session";
import type { AllEvidenceView } from "#app/views/supplier/evidence";
import { sectionStates } from "#questionnaires/walk";

/** The documents of all questions that whoever reads may answer, with the way to each question that takes some. */
export const showAllEvidence = supplierUseCase({
  permission: "attestations.answer",
  input: noInput,
  events: [],
  async run(ctx): Promise<AllEvidenceView> {
    const { session } = ctx;
    const words = pageTexts(ctx, session, ctx.language);
    const base = addressOf(session);
    const taking = sectionStates(session.walk)
      .flatMap(({ questions }) => questions)
      .filter(({ id, evidence }) => evidence && mayAnswer(session, id));
    const questions = await Promise.all(
      taking.map(async ({ id: code }) => ({
        code,
        name: words.say(`${code}.short`),
        href: `${base}/${code}/evidence`,
        files: evidenceLines(ctx, code, words),
        waiting: await waitingLines(ctx, code, words),
        drop: `${base}/${code}/evidence/pieces`,
      })),
    );
    const kept = new Set(questions.flatMap(({ code }) => documentsOf(session.file, code)).map(({ sha256 }) => sha256));
    return {
      frame: frameOf(ctx, session, words, {
        title: words.t("evidence:all.title"),
        back: { href: base, label: words.t("supplier:tasks.all") },
        from: "files",
      }),
      count: kept.size,
      questions,
    };
  },
});
