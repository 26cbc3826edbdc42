import * as z from "zod";
import { supplierUseCase } from "#app/services/context/use-case";
import { organisationBytes } from "#app/services/evidence/organisation-bytes";
import { writeIfOpen } from "#app/services/supplier/session/write-if-open";
import { EvidenceFullError, type FullReason } from "#db/errors";
import type { StoredEvidence } from "#db/records";
import { evidenceQuestion } from "./evidence-question";
import { cleanFileName } from "./files/file-name";
import { evidenceFileTypes, type RefusedType } from "./files/file-type";
import { judgeFile } from "./judge-file";
import { evidenceLimits, fileBytesOf } from "./limits";

export type AddedEvidence =
  /** `again`: the same bytes were attached to the question already, under the name of this document; nothing was added. */
  | { readonly kind: "added"; readonly evidence: StoredEvidence; readonly again?: true }
  | { readonly kind: "refused"; readonly why: RefusedType }
  /** `most`: bytes that one like it may have; the usual ones where absent. */
  | { readonly kind: "too-large"; readonly most?: number }
  | { readonly kind: "full"; readonly of: FullReason }
  | { readonly kind: "not-saved" };

const fileBytes = z.custom<AsyncIterable<Uint8Array>>(
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
    const most = fileBytesOf(ctx);
    const received = await ctx.files.receive(bytes, most);
    if (received === "too-large") return { kind: "too-large", most };
    if (received === "disk-full") return { kind: "not-saved" };
    const { org, id: attestation } = file.attestation;
    const limits = { ...evidenceLimits, organisationBytes: organisationBytes(ctx) };
    const asked = { org, attestation, question, bytes: received.bytes, sha256: received.sha256, limits };
    // What the question has already needs no room.
    const isThere = file.evidence[question]?.some(({ sha256 }) => sha256 === received.sha256) ?? false;
    const judged = await judgeFile(ctx, org, received, async () =>
      isThere ? undefined : ctx.store.evidence.room(asked),
    );
    if (!("type" in judged)) {
      await received.drop();
      return judged;
    }
    const { type, ...kept } = judged;
    // The bytes are kept before the row is written, so that no row ever points at nothing.
    if ((await received.keep()) === "disk-full") return { kind: "not-saved" };
    const evidence = {
      id: ctx.ids.next(),
      question,
      name: cleanFileName(name, type),
      type: evidenceFileTypes[type].media,
      bytes: received.bytes,
      sha256: received.sha256,
      receivedAt: ctx.clock.now(),
      ...kept,
    };
    const { id, sha256, bytes: size } = evidence;
    const details = { question, evidence: id, sha256, bytes: size, ...(kept.heldFor && { heldFor: kept.heldFor }) };
    const used = (files: readonly string[]) => ctx.store.evidence.used(files);
    try {
      const added = await writeIfOpen(file, () =>
        ctx.store.evidence.add({
          org,
          attestation,
          evidence,
          limits: evidenceLimits,
          audit: event("evidence.added", attestation, details),
        }),
      );
      if (added === "not-saved") {
        await received.takeBack(used);
        return { kind: "not-saved" };
      }
      return { kind: "added", evidence: added.evidence, ...(added.first ? {} : { again: true as const }) };
    } catch (error) {
      // What came at the same moment took the room. Refused bytes go at once: nothing counts them.
      await received.takeBack(used);
      if (error instanceof EvidenceFullError) return { kind: "full", of: error.reason };
      throw error;
    }
  },
});
