import { Problem } from "#app/problem";
import type { ServiceContext } from "#app/services/context";
import { questionnaireOf, rulesOf } from "#app/services/published";
import type { ActionOn, AuditDetails, AuditEvent } from "#db/audit";
import type { AttestationFile } from "#db/records";
import type { Answers } from "#questionnaires/answers";
import type { Walk } from "#questionnaires/journey";
import type { LoadedQuestionnaire } from "#questionnaires/load";
import { walkWithFacts } from "#scoring/facts";
import { endedProblem, endOf } from "./link/link";

/** A supplier at work on one attestation: what is kept, and what of it applies now. */
export type Sitting = {
  readonly file: AttestationFile;
  readonly questionnaire: LoadedQuestionnaire;
  readonly walk: Walk;
};

/**
 * Opens the attestation that a session belongs to, with one read of the store.
 * @throws Problem "session-missing" for any other session; for a link that ended, what its own page would say
 */
export async function openSitting(
  ctx: ServiceContext,
  { attestation, session }: { attestation: string; session: string | undefined },
): Promise<Sitting> {
  const file = session && (await ctx.store.attestations.bySession(ctx.links.hash(session), attestation));
  if (!session || !file) throw new Problem("session-missing");
  const ended = endOf(file, ctx.clock.now());
  if (ended) throw ended;
  // A new link shuts out whoever works with an older one: it was replaced for a reason.
  const generation = Number(/^(\d{1,9})\./.exec(session)?.[1] ?? file.invitation.generation);
  if (generation !== file.invitation.generation) throw endedProblem("link-replaced", file);
  const questionnaire = questionnaireOf(file.campaign);
  return { file, questionnaire, walk: walkOf(file, questionnaire, file.answers) };
}

/** What applies of a set of answers under the file's campaign. */
export function walkOf({ campaign }: AttestationFile, questionnaire: LoadedQuestionnaire, answers: Answers): Walk {
  const { regimes, modules } = campaign;
  return walkWithFacts({ questionnaire, answers, regimes, modules, ...rulesOf(campaign) });
}

/** The sitting after one answer was saved. */
export function withAnswer(sitting: Sitting, question: string, answer: Answers[string], revision: number): Sitting {
  const answers = { ...sitting.file.answers, [question]: answer };
  const revisions = { ...sitting.file.revisions, [question]: revision };
  const file = { ...sitting.file, answers, revisions };
  return { ...sitting, file, walk: walkOf(file, sitting.questionnaire, answers) };
}

/** Address of an attestation's task list; all its other pages lie below it. */
export function addressOf({ file }: Pick<Sitting, "file">): string {
  return `/attest/${file.attestation.id}`;
}

/** An event about an attestation, done by its supplier. */
export function supplierEvent(
  ctx: ServiceContext,
  { attestation }: Pick<AttestationFile, "attestation">,
  details: AuditDetails<ActionOn<"attestation">>,
): AuditEvent<ActionOn<"attestation">> {
  return {
    ...details,
    at: ctx.clock.now(),
    actor: { kind: "supplier", attestation: attestation.id },
    subject: { type: "attestation", id: attestation.id },
  };
}
