import { Problem } from "#app/domain/problem";
import type { ServiceContext } from "#app/services/context/contexts";
import { questionnaireOf, type Rules, rulesOf } from "#app/services/ratings/published";
import { endedProblem, endOf } from "#app/services/supplier/link/link";
import type { ActionOn, AuditDetails, AuditEvent } from "#db/audit";
import type { AttestationFile } from "#db/records";
import type { Answers } from "#questionnaires/answers";
import type { Walk } from "#questionnaires/journey";
import type { LoadedQuestionnaire } from "#questionnaires/load";
import { walkWithFacts } from "#scoring/facts";

/** A supplier at work on one attestation: what is kept, and what of it applies now. */
export type SupplierSession = {
  readonly file: AttestationFile;
  readonly questionnaire: LoadedQuestionnaire;
  readonly rules: Rules;
  readonly walk: Walk;
};

/**
 * Opens the attestation that a session token belongs to, with one read of the store.
 * @throws Problem "session-missing" for any other session; for a link that ended, what its own page would say
 */
export async function openSupplierSession(
  ctx: ServiceContext,
  { attestation, sessionToken }: { attestation: string; sessionToken: string | undefined },
): Promise<SupplierSession> {
  const file = sessionToken && (await ctx.store.attestations.bySession(ctx.links.hash(sessionToken), attestation));
  if (!sessionToken || !file) throw new Problem("session-missing");
  const ended = endOf(file, ctx.clock.now());
  if (ended) throw ended;
  // A new link shuts out whoever works with an older one: it was replaced for a reason.
  const generation = Number(/^(\d{1,9})\./.exec(sessionToken)?.[1] ?? file.invitation.generation);
  if (generation !== file.invitation.generation) throw endedProblem("link-replaced", file);
  const questionnaire = await questionnaireOf(ctx, file.campaign);
  const rules = await rulesOf(ctx, file.campaign);
  return { file, questionnaire, rules, walk: walkOf({ file, questionnaire, rules }, file.answers) };
}

/** What applies of a set of answers under the session's campaign. */
export function walkOf({ file, questionnaire, rules }: Omit<SupplierSession, "walk">, answers: Answers): Walk {
  const { regimes, modules } = file.campaign;
  return walkWithFacts({ questionnaire, answers, regimes, modules, ...rules });
}

/** The session after one answer was saved. */
export function withAnswer(
  session: SupplierSession,
  question: string,
  answer: Answers[string],
  revision: number,
): SupplierSession {
  const answers = { ...session.file.answers, [question]: answer };
  const revisions = { ...session.file.revisions, [question]: revision };
  const file = { ...session.file, answers, revisions };
  return { ...session, file, walk: walkOf({ ...session, file }, answers) };
}

/** Address of an attestation's task list; all its other pages lie below it. */
export function addressOf({ file }: Pick<SupplierSession, "file">): string {
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
