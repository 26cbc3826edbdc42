import * as z from "zod";
import { supplierUseCase } from "#app/services/context/use-case";
import { organisationBytes } from "#app/services/evidence/organisation-bytes";
import { evidenceQuestion } from "#app/services/supplier/evidence/evidence-question";
import type { AddedEvidence } from "#app/services/supplier/evidence/files/receive-document";
import { evidenceLimits, fileBytesOf } from "#app/services/supplier/evidence/limits";
import { shownName } from "#app/services/supplier/evidence/sent-files";
import { linkProblem } from "#app/services/supplier/link/link";
import { waitingKey } from "./waiting-lines";

/** What a piece of a file led to. */
type TakenPiece =
  /** The next piece begins at this byte. */
  | { readonly kind: "waiting"; readonly at: number }
  /** All of it is there; `bytes` reads it once, and then it waits no more. */
  | { readonly kind: "whole"; readonly bytes: AsyncIterable<Uint8Array> }
  /** What came is not the file that was announced. It is forgotten. */
  | { readonly kind: "changed"; readonly outcome?: undefined }
  | { readonly kind: "ended"; readonly outcome: AddedEvidence };

/**
 * Takes a piece of a file that is announced by the SHA-256 (hex) and the number of its bytes. A piece that is not the next one,
 * or an empty one, is answered with where to go on. What waits counts like documents that are attached.
 * @throws Problem "not-found" for a question that takes no documents, "already-submitted"
 */
export const takePiece = supplierUseCase({
  permission: "attestations.answer",
  input: z.object({
    question: z.string(),
    name: z.string().default(""),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    bytes: z.coerce.number().int().min(1),
    at: z.coerce.number().int().min(0),
    piece: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  }),
  events: [],
  async run(ctx, { question: code, name, sha256, bytes, at, piece }): Promise<TakenPiece> {
    const { file } = ctx.session;
    const { org, id: attestation, state, submittedAt } = file.attestation;
    const question = evidenceQuestion(ctx.session, code).id;
    if (state === "submitted") throw linkProblem("already-submitted", file, submittedAt);
    const ended = (outcome: AddedEvidence) => ({ kind: "ended", outcome }) as const;
    const there = file.evidence[question]?.find((one) => one.sha256 === sha256);
    if (there) return ended({ kind: "added", evidence: there, again: true });
    if (bytes > fileBytesOf(ctx)) return ended({ kind: "too-large", most: fileBytesOf(ctx) });
    const { waiting } = ctx.files;
    const key = waitingKey(ctx.session, { question, sha256, bytes });
    const size = await waiting.size(key);
    if (at !== size || piece.length === 0) return { kind: "waiting", at: size };
    if (at + piece.length > bytes) return { kind: "changed" };
    const others = await waiting.others(key);
    const limits = {
      ...evidenceLimits,
      files: evidenceLimits.files - others.files,
      bytes: evidenceLimits.bytes - others.attestationBytes,
      organisationBytes: organisationBytes(ctx) - others.organisationBytes,
    };
    const full = await ctx.store.evidence.room({ org, attestation, question, bytes, sha256, limits });
    if (full !== undefined) return ended({ kind: "full", of: full });
    if ((await waiting.write(key, at, piece, { question, name: shownName(name), sha256, bytes })) === "disk-full")
      return ended({ kind: "not-saved" });
    if (at + piece.length < bytes) return { kind: "waiting", at: at + piece.length };
    if ((await waiting.hash(key)) !== sha256) {
      await waiting.forget(key);
      return { kind: "changed" };
    }
    return { kind: "whole", bytes: readOnce(waiting.read(key), () => waiting.forget(key)) };
  },
});

async function* readOnce(bytes: AsyncIterable<Uint8Array>, forget: () => Promise<void>): AsyncIterable<Uint8Array> {
  try {
    yield* bytes;
  } finally {
    await forget();
  }
}
