import * as z from "zod";
import { Problem } from "#app/domain/problem";
import { timeMoment } from "#app/i18n/dates/moments";
import { findAction } from "#app/services/actions/find-action";
import { isKeptApart } from "#app/services/answers/evidence-answers";
import { requireAsSigned } from "#app/services/answers/signed/mismatches";
import type { TeamContext } from "#app/services/context/contexts";
import { recordId } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { evidenceBytes } from "#app/services/evidence/evidence-bytes";
import { isHiddenDocument } from "#app/services/north-korea/hidden-documents";
import { noteReading } from "#app/services/team/trail/note";
import { MissingError } from "#db/errors";
import type { EvidenceRecord } from "#db/records";
import { actionOfPlace } from "#terms/actions/action-proof";
import { isKeptApartFor } from "#terms/documents/kept-apart-for";

const documentInput = z.object({ supplier: recordId, evidence: recordId });
type DocumentInput = z.output<typeof documentInput>;

/** Where somebody who asks for a document is told that it is kept apart; undefined for all others. */
export const keptApartPlace = teamUseCase({
  permission: "attestations.read",
  input: documentInput,
  events: [],
  async run(ctx, { supplier, evidence }) {
    const found = await ctx.store.evidence.get(ctx.organisation.id, evidence);
    if (!found || found.supplier !== supplier || found.removedAt || !isKeptApart(found)) return undefined;
    const file = await ctx.store.attestations.get(ctx.organisation.id, found.attestation);
    if (!file || (await isHiddenDocument(ctx, file, found))) return undefined;
    return `/suppliers/${supplier}/evidence/${evidence}/kept-apart`;
  },
});

/** A document that is or was kept apart, why, and what can be done. @throws Problem "not-found" for all others */
export const showKeptApart = teamUseCase({
  permission: "attestations.read",
  input: documentInput,
  events: [],
  async run(ctx, asked) {
    const { file, heldFor, ...found } = await findHeld(ctx, asked);
    return {
      supplier: { id: file.supplier.id, name: file.supplier.name },
      reference: file.attestation.reference,
      question: await questionOf(ctx, found),
      name: found.name,
      bytes: found.bytes,
      sha256: found.sha256,
      received: timeMoment(found.receivedAt, ctx.language),
      scanned: found.scannedAt !== undefined,
      why: isKeptApartFor(heldFor) ? heldFor : undefined,
      released: found.releasedAt && {
        at: timeMoment(found.releasedAt, ctx.language),
        by: found.releasedBy && "name" in found.releasedBy ? found.releasedBy.name : "",
      },
      mayRelease: ctx.may("documents.release"),
    };
  },
});

/**
 * Makes a document that was kept apart one like all others. A rating that was made before stays as it is. Doing it twice is doing it
 * once. @throws Problem "not-found" when it is not kept apart, or was removed
 */
export const releaseEvidence = teamUseCase({
  permission: "documents.release",
  input: documentInput,
  events: ["evidence.released"],
  async run(ctx, asked, event): Promise<void> {
    const { attestation, question, heldFor } = await findHeld(ctx, asked);
    try {
      await ctx.store.evidence.release({
        org: ctx.organisation.id,
        attestation,
        id: asked.evidence,
        at: ctx.clock.now(),
        by: ctx.actor,
        audit: event("evidence.released", attestation, { question, evidence: asked.evidence, heldFor }),
      });
    } catch (error) {
      // Its supplier took it back meanwhile.
      if (error instanceof MissingError) throw new Problem("not-found");
      throw error;
    }
  },
});

/**
 * The bytes of a document that is kept apart, for whoever looks into it elsewhere: under a name and a type that no program opens by
 * itself. @throws Problem "not-found"; "record-changed", with an event, when it is not what was signed or attached
 */
export const downloadKeptApart = teamUseCase({
  permission: "documents.release",
  input: documentInput,
  events: ["evidence.downloaded", "record.mismatched"],
  async run(ctx, asked, event) {
    const { file, heldFor, ...found } = await findHeld(ctx, asked);
    const { evidence } = await requireAsSigned(ctx, event, file);
    const signed = Object.values(evidence)
      .flat()
      .find(({ id }) => id === asked.evidence);
    const opened = await evidenceBytes(ctx, event, { file, evidence: signed ?? found, isHead: ctx.isHead === true });
    const details = { evidence: asked.evidence, heldFor };
    await noteReading(ctx, event("evidence.downloaded", found.attestation, details));
    return { ...opened, name: `${opened.name}.kept-apart`, type: "application/octet-stream" };
  },
});

async function findHeld(ctx: TeamContext, { supplier, evidence }: DocumentInput) {
  const org = ctx.organisation.id;
  const found: EvidenceRecord | undefined = await ctx.store.evidence.get(org, evidence);
  if (found?.heldFor === undefined || found.supplier !== supplier || found.removedAt) throw new Problem("not-found");
  // Of an action only whoever may see that.
  await questionOf(ctx, found);
  const file = await ctx.store.attestations.get(org, found.attestation);
  if (!file || (await isHiddenDocument(ctx, file, found))) throw new Problem("not-found");
  return { ...found, heldFor: found.heldFor, file };
}

/** The question that a document is attached to, or that its action is about. @throws Problem "not-found" for an action that is not seen here */
async function questionOf(ctx: TeamContext, { question }: Pick<EvidenceRecord, "question">): Promise<string> {
  const action = actionOfPlace(question);
  return action === undefined ? question : ((await findAction(ctx, action)).question ?? "");
}
