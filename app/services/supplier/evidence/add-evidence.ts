import * as z from "zod";
import { supplierUseCase } from "#app/services/context/use-case";
import { writeIfOpen } from "#app/services/supplier/session/write-if-open";
import { evidenceQuestion } from "./evidence-question";
import { type AddedEvidence, receiveDocument } from "./files/receive-document";
import { evidenceLimits } from "./limits";

/** A file as it arrives. */
export const fileBytes = z.custom<AsyncIterable<Uint8Array>>(
  (value) => typeof value === "object" && value !== null && Symbol.asyncIterator in value,
);

/**
 * Attaches one document to a question as it arrives, or keeps it apart where something dangerous is in it and the buyer allows that. What kind of file it is, its bytes decide; `name` is as the browser sent
 * it. Reads `bytes` to the end whatever the outcome.
 * @throws Problem "not-found" for a question that takes none, and for ended links
 */
export const addEvidence = supplierUseCase({
  permission: "attestations.answer",
  input: z.object({ question: z.string(), name: z.string(), bytes: fileBytes }),
  events: ["evidence.added"],
  async run(ctx, { question: code, name, bytes }, event): Promise<AddedEvidence> {
    const { file } = ctx.session;
    const question = evidenceQuestion(ctx.session, code).id;
    const { org, id: attestation } = file.attestation;
    const there = file.evidence[question] ?? [];
    return receiveDocument(ctx, { org, attestation, question, name, bytes, there }, (evidence) => {
      const { id, sha256, bytes: size, heldFor } = evidence;
      const details = { question, evidence: id, sha256, bytes: size, ...(heldFor && { heldFor }) };
      return writeIfOpen(file, () =>
        ctx.store.evidence.add({
          org,
          attestation,
          evidence,
          limits: evidenceLimits,
          audit: event("evidence.added", attestation, details),
        }),
      );
    });
  },
});
