import * as z from "zod";
import { supplierUseCase } from "#app/services/context/use-case";
import { frameOf, sectionOf } from "#app/services/supplier/page/frame";
import { pageTexts } from "#app/services/supplier/page/page-texts";
import { originPage, withOrigin } from "#app/services/supplier/session/origin";
import { addressOf } from "#app/services/supplier/session/supplier-session";
import type { EvidenceView } from "#app/views/supplier/evidence";
import { evidenceLines } from "./evidence-lines";
import { evidenceQuestion } from "./evidence-question";
import { megabytes } from "./files/file-sizes";
import { evidenceFileTypes } from "./files/file-type";
import { evidenceLimits, fileBytesOf } from "./limits";
import { waitingLines } from "./pieces/waiting-lines";
import { refusedLines, sentErrors, sentFiles, sentNotes } from "./sent-files";

/**
 * The page that documents are sent from. `sent`: what became of those that were just sent, where not all were added.
 * @throws Problem "not-found" for a question that takes none
 */
export const showEvidence = supplierUseCase({
  permission: "attestations.answer",
  input: z.object({ question: z.string(), sent: sentFiles.optional(), from: originPage }),
  events: [],
  async run(ctx, { question: code, sent, from }): Promise<EvidenceView> {
    const { session } = ctx;
    evidenceQuestion(session, code);
    const words = pageTexts(ctx, session, ctx.language);
    const errors = sent ? sentErrors(sent, words) : [];
    const notes = sent ? sentNotes(sent, words, session.file) : [];
    const title = words.t("evidence:title", { code });
    const back = withOrigin(`${addressOf(session)}/${code}`, from);
    return {
      frame: frameOf(ctx, session, words, {
        title: errors.length > 0 ? words.t("supplier:error.title", { title }) : title,
        back: { href: back, label: words.t("evidence:back", { code }) },
        from: withOrigin(`${code}/evidence`, from),
      }),
      code,
      section: sectionOf(session, code, words),
      question: words.say(`${code}.title`),
      proof: words.find(`evidence.${code}`),
      files: evidenceLines(ctx, code, words, from),
      waiting: await waitingLines(ctx, code, words),
      drop: withOrigin(`${addressOf(session)}/${code}/evidence/pieces`, from),
      accept: Object.values(evidenceFileTypes)
        .flatMap(({ media, extensions }) => [...extensions.map((extension) => `.${extension}`), media])
        .join(","),
      limits: {
        file: megabytes(fileBytesOf(ctx), words),
        files: evidenceLimits.files,
        all: megabytes(evidenceLimits.bytes, words),
      },
      most: { files: evidenceLimits.files, bytes: fileBytesOf(ctx) },
      errors,
      refused: sent ? refusedLines(ctx, sent, { question: code, from, words }) : [],
      notes,
      ...(errors.length > 0 && sent && sent.files.length > 0
        ? { advice: words.t(notes.length > 0 ? "evidence:sent.chooseOthers" : "evidence:sent.chooseAgain") }
        : {}),
      back,
      all: `${addressOf(session)}/files`,
    };
  },
});
