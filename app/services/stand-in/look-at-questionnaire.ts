import * as z from "zod";
import { Problem } from "#app/domain/problem";
import { answersGiven, nameOf } from "#app/services/answers/answers-given";
import { requireAsSigned } from "#app/services/answers/signed/mismatches";
import { inSignedWords } from "#app/services/answers/signed/signed-words";
import type { TeamContext } from "#app/services/context/contexts";
import type { EventMaker } from "#app/services/context/events";
import { teamUseCase } from "#app/services/context/use-case";
import { hiddenParts, readsNorthKorea } from "#app/services/north-korea/north-korea";
import { requireQuestionnaire, requireRuleSetAndEdition } from "#app/services/ratings/rating-versions";
import { pageTexts } from "#app/services/supplier/page/page-texts";
import { walkSession } from "#app/services/supplier/session/supplier-session";
import { answerLine, answerSections } from "#app/services/supplier/signing/answer-sections";
import { findInvited, invitationInput } from "#app/services/team/invitations/invited";
import { canStillChange } from "#app/services/team/recipients/recipient-state";
import { noteOnce } from "#app/services/team/trail/note";
import { voidView } from "#app/services/team/voids/void-view";
import type { Attestation } from "#db/records";

/**
 * What a supplier is asked and has answered so far, to be read. `byLink`: the reader opened the supplier's link while signed in.
 * @throws Problem "not-found"; "record-changed", with an event, when what is kept is not what was signed
 */
export const lookAtQuestionnaire = teamUseCase({
  permission: "attestations.read",
  input: invitationInput.extend({ byLink: z.boolean() }),
  events: ["link.opened", "record.mismatched"],
  async run(ctx, { byLink, ...asked }, event) {
    const invited = await findInvited(ctx, asked);
    const { supplier, invitation, attestation, campaign, voided } = invited;
    if (byLink) {
      const audit = event("link.opened", invitation.id, {});
      await noteOnce(ctx, audit);
    }
    return {
      supplier: supplier.name,
      campaign: campaign.id,
      invitation: invitation.id,
      reference: attestation.reference,
      byLink,
      voided: voided && voidView(ctx, voided),
      name: ctx.user.name,
      mayStandIn: ctx.may("attestations.stand-in") && readsNorthKorea(ctx) && canStillChange(campaign, invited),
      sections: await sectionsOf(ctx, event, attestation),
    };
  },
});

async function sectionsOf(
  ctx: TeamContext,
  event: EventMaker<"record.mismatched">,
  { org, id }: Pick<Attestation, "org" | "id">,
) {
  const kept = await ctx.store.attestations.get(org, id);
  if (!kept) throw new Problem("not-found");
  const file = await requireAsSigned(ctx, event, kept);
  const questionnaire = inSignedWords(await requireQuestionnaire(ctx, file.attestation), file.declaration);
  const opened = { file, questionnaire, ...(await requireRuleSetAndEdition(ctx, file.campaign)) };
  const session = { ...opened, walk: walkSession(opened, file.answers) };
  const words = pageTexts(ctx, session, ctx.language);
  const given = await answersGiven(ctx, file);
  const hidden = await hiddenParts(ctx, org, questionnaire);
  const sections = answerSections(session, words, (question) => ({
    ...answerLine(session, question, words),
    title: words.say(`${question.id}.title`),
    givenBy: nameOf(given.forSupplier, question.id),
    byColleague: nameOf(given.byColleagues, question.id),
  }));
  return sections
    .map((section) => ({ ...section, answers: section.answers.filter(({ code }) => !hidden.isQuestion(code)) }))
    .filter(({ answers }) => answers.length > 0);
}
