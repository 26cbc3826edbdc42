import * as z from "zod";
import { sameFile } from "#app/services/answers/document-facts";
import { supplierUseCase } from "#app/services/context/use-case";
import { requireOwn } from "#app/services/supplier/colleagues/own-sections";
import { attachedEvidence } from "#app/services/supplier/evidence/attached-evidence";
import { evidenceLimits } from "#app/services/supplier/evidence/limits";
import { readingIn } from "#app/services/supplier/fields/lists";
import { pageFields } from "#app/services/supplier/session/page-input";
import type { UnsavedOutcome } from "#app/services/supplier/session/unsaved-form";
import { writeIfOpen } from "#app/services/supplier/session/write-if-open";
import { EvidenceFullError } from "#db/errors";
import type { EvidenceAbout } from "#db/records";
import { canonicalJson } from "#questionnaires/fingerprints/canonical-json";
import { offeredQuestions, readAbout } from "./read-about";

/**
 * Keeps what a document is, and attaches it to the questions chosen and to no others of those that were offered. `question`:
 * one that it is attached to then. Doing it twice changes nothing more.
 * @throws Problem "not-found" when it is not attached, and for ended links
 */
export const describeEvidence = supplierUseCase({
  permission: "attestations.answer",
  input: z.object({ evidence: z.string(), fields: pageFields }),
  events: ["evidence.added", "evidence.described", "evidence.removed"],
  async run(
    ctx,
    { evidence: id, fields },
    event,
  ): Promise<{ readonly kind: "saved"; readonly question: string } | UnsavedOutcome> {
    const { session } = ctx;
    const { file } = session;
    const attached = attachedEvidence(session, id);
    requireOwn(session, attached.question);
    const { about, questions, errors } = readAbout(session, fields, readingIn(ctx, session));
    if (errors.length > 0) return { kind: "errors", errors };
    const there = sameFile(file, attached);
    const offered = new Set(offeredQuestions(session).map((question) => question.id));
    const missing = questions.filter((code) => !there.some(({ question }) => question === code));
    const remove = there.filter(({ question }) => offered.has(question) && !questions.includes(question));
    const changed = changedFields(attached.about, about);
    const stays = questions.includes(attached.question) ? attached.question : (questions[0] ?? attached.question);
    const done = { kind: "saved", question: stays } as const;
    if (changed.length + missing.length + remove.length === 0) return done;
    const { org, id: attestation } = file.attestation;
    const add = missing.map((question) => ({ id: ctx.ids.next(), question }));
    const { sha256, bytes } = attached;
    const audit = [
      ...(changed.length > 0 ? [event("evidence.described", attestation, { evidence: id, fields: changed })] : []),
      ...add.map((one) =>
        event("evidence.added", attestation, { question: one.question, evidence: one.id, sha256, bytes }),
      ),
      ...remove.map((one) => event("evidence.removed", attestation, { question: one.question, evidence: one.id })),
    ];
    try {
      const outcome = await writeIfOpen(file, () =>
        ctx.store.evidence.describe({
          ...{ org, attestation, id, about, add, audit, limits: evidenceLimits },
          remove: remove.map(({ question }) => question),
          at: ctx.clock.now(),
          by: ctx.actor,
        }),
      );
      return outcome === "not-saved" ? { kind: "not-saved" } : done;
    } catch (error) {
      if (!(error instanceof EvidenceFullError)) throw error;
      return {
        kind: "errors",
        errors: [{ field: "questions", code: "too-many-rows", params: { max: evidenceLimits.files } }],
      };
    }
  },
});

function changedFields(before: EvidenceAbout = {}, after: EvidenceAbout): readonly string[] {
  const kept = new Map<string, unknown>(Object.entries(before));
  const said = new Map<string, unknown>(Object.entries(after));
  return [...new Set([...kept.keys(), ...said.keys()])]
    .filter((field) => canonicalJson(kept.get(field) ?? null) !== canonicalJson(said.get(field) ?? null))
    .sort();
}
