import * as z from "zod";
import { Problem } from "#app/domain/problem";
import { supplierUseCase } from "#app/services/context/use-case";
import { frameOf, sectionOf } from "#app/services/supplier/page/frame";
import { pageTexts } from "#app/services/supplier/page/page-texts";
import { addressOf } from "#app/services/supplier/session/supplier-session";
import { writeIfOpen } from "#app/services/supplier/session/write-if-open";
import type { RemoveEvidenceView } from "#app/views/supplier/evidence";
import { MissingError } from "#db/errors";
import { attachedEvidence } from "./attached-evidence";
import { sizeInWords } from "./files/file-sizes";

/**
 * Asks whether to remove a document. `notSaved`: it could not be removed, because the disk is full.
 * @throws Problem "not-found" when it is not attached
 */
export const showEvidenceRemoval = supplierUseCase({
  permission: "attestations.answer",
  input: z.object({ evidence: z.string(), notSaved: z.boolean().default(false) }),
  events: [],
  run(ctx, { evidence, notSaved }): RemoveEvidenceView {
    const { session } = ctx;
    const { id, question, name, bytes } = attachedEvidence(session, evidence);
    const words = pageTexts(ctx, session.questionnaire, ctx.language);
    const base = addressOf(session);
    const back = `${base}/${question}/evidence`;
    return {
      frame: frameOf(ctx, session, words, {
        title: words.t("evidence:removeTitle"),
        back: { href: back, label: words.t("evidence:title", { code: question }) },
        from: `evidence/${id}/remove`,
      }),
      code: question,
      section: sectionOf(session, question, words),
      name,
      size: sizeInWords(bytes, words),
      back,
      notSaved,
    };
  },
});

/**
 * Takes a document back before signing. It stays on record that it was there; its bytes go with the next sweep.
 * @throws Problem "not-found" when it is not attached, and for ended links
 */
export const removeEvidence = supplierUseCase({
  permission: "attestations.answer",
  input: z.object({ evidence: z.string() }),
  events: ["evidence.removed"],
  async run(
    ctx,
    { evidence: id },
    event,
  ): Promise<{ readonly kind: "removed"; readonly question: string } | { readonly kind: "not-saved" }> {
    const { file } = ctx.session;
    const { question } = attachedEvidence(ctx.session, id);
    try {
      const outcome = await writeIfOpen(file, () =>
        ctx.store.evidence.remove({
          org: file.attestation.org,
          attestation: file.attestation.id,
          id,
          at: ctx.clock.now(),
          by: ctx.actor,
          audit: event("evidence.removed", file.attestation.id, { question, evidence: id }),
        }),
      );
      return outcome === "not-saved" ? { kind: "not-saved" } : { kind: "removed", question };
    } catch (error) {
      if (error instanceof MissingError) throw new Problem("not-found");
      throw error;
    }
  },
});
