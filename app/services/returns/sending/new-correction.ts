import { dayMs } from "#app/i18n/dates/days";
import type { TeamContext } from "#app/services/context/contexts";
import { newMail } from "#app/services/mails/new-mail";
import type { Signed } from "#app/services/returns/find-signed";
import { returnLimits } from "#app/services/returns/limits";
import type { Contact } from "#db/records";
import type { KeptAnswer } from "#db/store";

type Correcting = {
  readonly returned: readonly string[];
  readonly contact: Contact;
  readonly dueAt: Date;
  readonly showsName: boolean;
  readonly isMailed: boolean;
  /** The number of the reference, which somebody else may take first. */
  readonly number: number;
};

/**
 * What answers a return: an invitation with a link of its own and an attestation of its own, in which everything stands as it was
 * signed but for the questions asked again.
 */
export async function newCorrection(
  ctx: TeamContext,
  { file, walk }: Signed,
  { returned, contact, dueAt, showsName, isMailed, number }: Correcting,
) {
  const org = ctx.organisation.id;
  const at = ctx.clock.now();
  const { attestation, campaign, supplier, declaration } = file;
  const [invitation, correction, id] = [ctx.ids.next(), ctx.ids.next(), ctx.ids.next()];
  const generation = 1;
  const pages = [...walk.questionnaire.questions.values()].filter((one) => !one.signing && walk.asked.has(one.id));
  const closed = pages.map((question) => question.id).filter((question) => !returned.includes(question));
  const carried = new Map(
    (await ctx.store.attestations.carried(org, attestation.id)).map((one) => [one.question, one.carried]),
  );
  const standIns = new Map(
    (await ctx.store.attestations.standIns(org, attestation.id)).map((one) => [one.question, one.standIn]),
  );
  const signedAt = declaration.signedAt.toISOString();
  const answers = closed.flatMap((question): readonly KeptAnswer[] => {
    const given = file.answers[question];
    if (given === undefined) return [];
    const { evidence: _documents, ...answer } = given;
    const standIn = standIns.get(question);
    return [
      { question, answer, carried: carried.get(question) ?? { from: "buyer", signedAt }, ...(standIn && { standIn }) },
    ];
  });
  const documents = Object.values(file.evidence).flat();
  return {
    returned: { id, attestation: attestation.id, correction, user: ctx.user.id, showsName, dueAt, sentAt: at, closed },
    invitation: {
      ...{ org, id: invitation, campaign: campaign.id, supplier: supplier.id, contact: contact.id, generation },
      expiresAt: new Date(dueAt.getTime() + returnLimits.linkDays * dayMs),
      createdAt: at,
      tokenHash: ctx.links.hash(ctx.links.tokenFor(invitation, generation)),
      ...(file.invitation.unsubscribedAt ? { unsubscribedAt: file.invitation.unsubscribedAt } : {}),
    },
    correction: {
      ...{ org, id: correction, invitation },
      reference: `AV-${at.getUTCFullYear()}-${String(number).padStart(6, "0")}`,
      questionnaire: attestation.questionnaire,
      version: attestation.version,
      state: "open" as const,
      revision: answers.length,
    },
    answers,
    evidence: new Map(documents.map((document) => [document.id, ctx.ids.next()])),
    stands: await ctx.store.findings.stands(org, attestation.id),
    ...(isMailed
      ? { mail: newMail(ctx, { org, id: ctx.ids.next(), kind: "asked-again", invitation, contact, at }) }
      : {}),
  };
}
