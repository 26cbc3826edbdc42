import * as z from "zod";
import { Problem } from "#app/domain/problem";
import { supplierUseCase } from "#app/services/context/use-case";
import { requireOwn } from "#app/services/supplier/colleagues/own-sections";
import { frameOf, sectionOf } from "#app/services/supplier/page/frame";
import { pageTexts } from "#app/services/supplier/page/page-texts";
import { originPage, withOrigin } from "#app/services/supplier/session/origin";
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
  input: z.object({ evidence: z.string(), notSaved: z.boolean().default(false), from: originPage }),
  events: [],
  run(ctx, { evidence, notSaved, from }): RemoveEvidenceView {
    const { session } = ctx;
    const { id, question, name, bytes } = attachedEvidence(session, evidence);
    requireOwn(session, question);
    const words = pageTexts(ctx, session, ctx.language);
    const base = addressOf(session);
    const back = withOrigin(`${base}/${question}/evidence`, from);
    return {
      frame: frameOf(ctx, session, words, {
        title: words.t("evidence:removeTitle"),
        back: { href: back, label: words.t("evidence:title", { code: question }) },
        from: withOrigin(`evidence/${id}/remove`, from),
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
 * Takes a document back before signing. It stays on record that it was there; its bytes go with the next sweep. Doing it
 * twice changes nothing more.
 * @throws Problem "not-found" when it was never attached, and for ended links
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
    const record = await ctx.store.evidence.get(file.attestation.org, id);
    if (record?.attestation !== file.attestation.id) throw new Problem("not-found");
    const { question } = record;
    requireOwn(ctx.session, question);
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
      // Another click has taken it back already.
      if (error instanceof MissingError) return { kind: "removed", question };
      throw error;
    }
  },
});
