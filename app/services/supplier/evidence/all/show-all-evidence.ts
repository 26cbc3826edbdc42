import { noInput } from "#app/services/context/inputs";
import { supplierUseCase } from "#app/services/context/use-case";
import { mayAnswer, mayRead } from "#app/services/supplier/colleagues/own-sections";
import { documentsOf, evidenceLines } from "#app/services/supplier/evidence/evidence-lines";
import { linesOfWaiting, waitingFiles } from "#app/services/supplier/evidence/pieces/waiting-lines";
import { frameOf } from "#app/services/supplier/page/frame";
import { pageTexts } from "#app/services/supplier/page/page-texts";
import { addressOf } from "#app/services/supplier/session/supplier-session";
import type { AllEvidenceView } from "#app/views/supplier/evidence";

/** The documents of all questions whose answers may be read here, with the way to each question that takes some now. */
export const showAllEvidence = supplierUseCase({
  permission: "attestations.answer",
  input: noInput,
  events: [],
  async run(ctx): Promise<AllEvidenceView> {
    const { session } = ctx;
    const words = pageTexts(ctx, session, ctx.language);
    const base = addressOf(session);
    const arriving = await waitingFiles(ctx);
    const questions = session.questionnaire.plan.pages.flatMap(({ id: code, evidence }) => {
      // What stays as it was signed, or is not asked any more, keeps its files.
      const isOpen = evidence && session.walk.asked.has(code) && mayAnswer(session, code);
      const files = mayRead(session, code) ? evidenceLines(ctx, code, words) : [];
      if (!isOpen && files.length === 0) return [];
      const open = { href: `${base}/${code}/evidence`, drop: `${base}/${code}/evidence/pieces` };
      const waiting = isOpen ? linesOfWaiting(session, arriving, code, words) : [];
      return [{ code, name: words.say(`${code}.short`), files, waiting, ...(isOpen ? { open } : {}) }];
    });
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
