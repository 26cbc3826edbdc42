import * as z from "zod";
import { supplierUseCase } from "#app/services/context/use-case";
import type { AddedEvidence } from "#app/services/supplier/evidence/files/receive-document";
import { refusedLines, sentErrors, sentNotes } from "#app/services/supplier/evidence/sent-files";
import { pageTexts } from "#app/services/supplier/page/page-texts";
import { originPage } from "#app/services/supplier/session/origin";
import type { RefusedLine } from "#app/views/supplier/evidence";

/** What became of a file, in the words of its page. */
type SentFileView = {
  readonly errors: readonly string[];
  readonly notes: readonly string[];
  /** Where it was not taken, instead of errors. */
  readonly refused?: RefusedLine;
};

/** Says what became of a file that came in pieces; without an outcome it was not the file that was announced. */
export const showSentFile = supplierUseCase({
  permission: "attestations.answer",
  input: z.object({
    question: z.string(),
    name: z.string(),
    from: originPage,
    outcome: z
      .custom<AddedEvidence>((value) => typeof value === "object" && value !== null && "kind" in value)
      .optional(),
  }),
  events: [],
  run(ctx, { question, name, from, outcome }): SentFileView {
    const { session } = ctx;
    const words = pageTexts(ctx, session, ctx.language);
    if (outcome === undefined) return { errors: [words.t("evidence:pieces.changed")], notes: [] };
    const sent = { files: [{ name, outcome }], more: false };
    const [refused] = refusedLines(ctx, sent, { question, from, words });
    if (refused) return { errors: [], notes: [], refused };
    return { errors: sentErrors(sent, words).map(({ text }) => text), notes: sentNotes(sent, words, session.file) };
  },
});
