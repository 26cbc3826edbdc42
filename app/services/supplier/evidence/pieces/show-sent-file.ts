import * as z from "zod";
import { supplierUseCase } from "#app/services/context/use-case";
import type { AddedEvidence } from "#app/services/supplier/evidence/files/receive-document";
import { sentErrors, sentNotes } from "#app/services/supplier/evidence/sent-files";
import { pageTexts } from "#app/services/supplier/page/page-texts";

/** What became of a file, in the words of its page. */
type SentFileView = { readonly errors: readonly string[]; readonly notes: readonly string[] };

/** Says what became of a file that came in pieces; without an outcome it was not the file that was announced. */
export const showSentFile = supplierUseCase({
  permission: "attestations.answer",
  input: z.object({
    name: z.string(),
    outcome: z
      .custom<AddedEvidence>((value) => typeof value === "object" && value !== null && "kind" in value)
      .optional(),
  }),
  events: [],
  run(ctx, { name, outcome }): SentFileView {
    const { session } = ctx;
    const words = pageTexts(ctx, session, ctx.language);
    if (outcome === undefined) return { errors: [words.t("evidence:pieces.changed")], notes: [] };
    const sent = { files: [{ name, outcome }], more: false };
    return { errors: sentErrors(sent, words).map(({ text }) => text), notes: sentNotes(sent, words, session.file) };
  },
});
