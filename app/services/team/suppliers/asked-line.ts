import { timeMoment } from "#app/i18n/dates/moments";
import type { TeamContext } from "#app/services/context/contexts";
import { mailErrorWords } from "#app/services/mails/mail-status";
import { readsNorthKorea } from "#app/services/north-korea/north-korea";
import { declinedView } from "#app/services/team/recipients/declined-words";
import { removalView } from "#app/services/team/retention/removal-view";
import { voidView } from "#app/services/team/voids/void-view";
import type { CampaignLine } from "#app/views/team/supplier/record";
import type { Invitation, Mail, Removal, Void } from "#db/records";
import { sectionStates } from "#questionnaires/walk";
import { walkAttestation } from "./supplier-answers";

type Asked = Awaited<ReturnType<TeamContext["store"]["suppliers"]["attestations"]>>[number];

/** One campaign that the supplier is part of, with how far it is. */
export async function askedLine(
  ctx: TeamContext,
  supplier: string,
  { attestation, campaign, invitation, voided }: Asked,
  { mails, removals }: { readonly mails: readonly Mail[]; readonly removals: readonly Removal[] },
): Promise<CampaignLine> {
  const signed = attestation.state === "submitted";
  const isThere = attestation.state !== "removed";
  const open = isThere && !signed && attestation.startedAt !== undefined;
  const at = attestation.submittedAt ?? attestation.savedAt ?? attestation.startedAt ?? invitation.createdAt;
  return {
    id: attestation.id,
    campaign: { name: campaign.name, href: `/campaigns/${campaign.id}` },
    reference: attestation.reference,
    state: isThere ? stateOf(signed, voided, openState(invitation.state, open)) : "removed",
    at: timeMoment(at, ctx.language),
    progress: open && readsNorthKorea(ctx) ? await progressOf(ctx, attestation.id) : undefined,
    mailFailure: mailFailure(
      ctx,
      mails.findLast((mail) => mail.invitation === invitation.id),
    ),
    isCorrection: invitation.correction > 0,
    optedOut: invitation.unsubscribedAt !== undefined,
    declined: declinedView(ctx, invitation),
    ...removalView(ctx, supplier, attestation, removals),
    ...(signed
      ? signedPart(ctx, { place: `/suppliers/${supplier}/attestations/${attestation.id}`, id: attestation.id }, voided)
      : { document: undefined }),
  };
}

function stateOf(signed: boolean, voided: Void | undefined, otherwise: ReturnType<typeof openState>) {
  if (voided) return "voided";
  return signed ? "submitted" : otherwise;
}

function openState(state: Invitation["state"], isOpen: boolean) {
  if (state !== "invited") return state;
  return isOpen ? "started" : "invited";
}

/** What there is of what was signed. @param place address that its own begin with */
function signedPart(ctx: TeamContext, { place, id }: { place: string; id: string }, voided: Void | undefined) {
  return {
    returned: ctx.may("attestations.return") ? `/reviews/${id}/returned` : undefined,
    // All answers, or none.
    document: readsNorthKorea(ctx) ? `${place}.json` : undefined,
    voided: voided && voidView(ctx, voided),
    voidHref: !voided && ctx.may("attestations.void") ? `${place}/void` : undefined,
  };
}

/** Why the newest mail did not arrive, or has not so far. */
function mailFailure(ctx: TeamContext, mail: Mail | undefined) {
  if (mail?.lastError === undefined || mail.state === "sent") return undefined;
  return { isFinal: mail.state === "failed", error: mailErrorWords(ctx, mail.lastError) };
}

/** How many questions are answered, and nothing about what: it is the supplier's own until it is signed. */
async function progressOf(ctx: TeamContext, attestation: string) {
  const file = await ctx.store.attestations.get(ctx.organisation.id, attestation);
  if (!file) return undefined;
  const states = sectionStates(await walkAttestation(ctx, file));
  const sum = (of: "answered" | "asked") => states.reduce((total, state) => total + state[of], 0);
  return { answered: sum("answered"), asked: sum("asked") };
}
