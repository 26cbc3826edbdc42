import * as z from "zod";
import { Problem } from "#app/domain/problem";
import { recordId } from "#app/services/context/inputs";
import { supplierUseCase } from "#app/services/context/use-case";
import { fileBytes } from "#app/services/supplier/evidence/add-evidence";
import { type AddedEvidence, receiveDocument } from "#app/services/supplier/evidence/files/receive-document";
import { evidenceLimits } from "#app/services/supplier/evidence/limits";
import { writeIfOpen } from "#app/services/supplier/session/write-if-open";
import { proofPlace } from "#terms/actions/action-proof";
import { isOpen } from "#terms/actions/action-states";
import { askedAction } from "./asked-actions";

/**
 * Asked before a byte of a form with files is read. @returns the most files that are taken at once
 * @throws Problem "not-found"; "changed-meanwhile" for what is closed
 */
export const expectProof = supplierUseCase({
  permission: "actions.answer",
  input: z.object({ action: recordId }),
  events: [],
  async run(ctx, { action: id }): Promise<{ most: number }> {
    const { state } = await askedAction(ctx, id);
    if (!isOpen(state)) throw new Problem("changed-meanwhile");
    return { most: evidenceLimits.files };
  },
});

/**
 * Keeps one document as proof of what was asked, as it arrives, with the checks of all documents. An agreed plan stands as proven
 * then, and waits for the buyer. Reads `bytes` to the end whatever the outcome.
 * @throws Problem "not-found"; "changed-meanwhile" for what is closed
 */
export const proveAction = supplierUseCase({
  permission: "actions.answer",
  input: z.object({ action: recordId, name: z.string(), bytes: fileBytes }),
  events: ["action.proven"],
  async run(ctx, { action: id, name, bytes }, event): Promise<AddedEvidence> {
    const { file } = ctx.session;
    const { org, attestation } = await askedAction(ctx, id);
    const question = proofPlace(id);
    const there = (await ctx.store.evidence.list(org, attestation)).filter(
      (one) => one.question === question && one.removedAt === undefined,
    );
    return receiveDocument(ctx, { org, attestation, question, name, bytes, there }, async (evidence) => {
      // Read again: files of one form come one after the other.
      const { state, version } = await askedAction(ctx, id);
      if (!isOpen(state)) throw new Problem("changed-meanwhile");
      const isPlanned = state === "agreed" || state === "working";
      return writeIfOpen(file, () =>
        ctx.store.actions.prove({
          ...{ org, id, version, evidence, limits: evidenceLimits },
          set: isPlanned ? { state: "proven", remindOn: null } : {},
          entry: {
            ...{ at: evidence.receivedAt, step: "proof", side: "supplier", text: "", language: ctx.language },
            changes: { proof: { from: "", to: evidence.name } },
          },
          audit: [
            event("action.proven", attestation, {
              ...{ action: id, evidence: evidence.id, sha256: evidence.sha256, bytes: evidence.bytes },
            }),
          ],
        }),
      );
    });
  },
});
