import * as z from "zod";
import { Problem } from "#app/domain/problem";
import type { ServiceContext } from "#app/services/context/contexts";
import { visitorUseCase } from "#app/services/context/use-case";
import { findStaff } from "#app/services/stand-in/stand-in-session";
import { findLinkProblem, supplierActor, untilDead } from "#app/services/supplier/link/link";
import { linkFrame } from "#app/services/supplier/link/link-pages";
import { linkToken } from "#app/services/supplier/link/link-token";
import { momentWords } from "#app/services/supplier/page/frame";
import { uiLanguage } from "#app/services/supplier/page/page-texts";
import { readerLanguage } from "#app/services/supplier/page/reader-language";
import type { UnsubscribeView } from "#app/views/supplier/link";

/** Longest id of ours. */
const idLength = 64;

const asked = z.object({
  org: z.string().max(idLength),
  invitation: z.string().max(idLength),
  proof: linkToken,
  /** The session of a person of the team, where their browser brings one. */
  teamSession: z.string().max(200).optional(),
});
type Asked = z.output<typeof asked>;

/**
 * The address in every mail about an invitation that stops mails about it, without a slash at its end. It holds nothing that
 * opens the questionnaire: mail programs and scanners that get it cannot answer.
 */
export function stopMailsPath({ links }: Pick<ServiceContext, "links">, org: string, invitation: string): string {
  return `/stop-mails/${org}/${invitation}/${links.stopProofFor(org, invitation)}`;
}

/**
 * Asks whether to stop mail about a request, or says that it is stopped; also after its link was replaced, withdrawn or has
 * expired. @throws Problem "link-unknown" for an address that was not made here
 */
export const showStopMails = visitorUseCase({
  permission: "links.use",
  input: asked.extend({ language: z.string().optional() }),
  events: [],
  async run(ctx, { language: chosen, ...input }): Promise<UnsubscribeView> {
    const file = await findAsked(ctx, input);
    const wanted = { chosen, contact: file.contact.language, otherwise: ctx.language };
    const language = readerLanguage(wanted, file.campaign);
    const ui = uiLanguage(language);
    const path = stopMailsPath(ctx, file.invitation.org, file.invitation.id);
    const done = file.invitation.unsubscribedAt !== undefined;
    const title = ctx.t(ui)(done ? "supplier:unsubscribe.done" : "supplier:unsubscribe.title");
    const isOver = findLinkProblem(file, ctx.clock.now()) !== undefined || file.attestation.state === "submitted";
    return {
      frame: linkFrame(language, file, { title, href: path }),
      buyer: file.organisation.name,
      done,
      ...(isOver ? {} : { until: momentWords(file.invitation.expiresAt, file.campaign, { ui }).day }),
      action: path,
    };
  },
});

/**
 * Stops all mail about a request, and does nothing else. Doing it twice changes nothing more.
 * @throws Problem "link-unknown"; "staff-reads-only" for a person of the organisation whose mails they are
 */
export const stopMails = visitorUseCase({
  permission: "links.use",
  input: asked,
  events: ["invitation.unsubscribed"],
  async run(ctx, input, event) {
    const file = await findAsked(ctx, input);
    const { org, id, unsubscribedAt } = file.invitation;
    if (input.teamSession !== undefined && (await findStaff(ctx, input.teamSession))?.org === org) {
      throw new Problem("staff-reads-only");
    }
    if (unsubscribedAt) return;
    const audit = event("invitation.unsubscribed", id, {}, { by: supplierActor(file) });
    await ctx.store.invitations.unsubscribe({ org, id, at: ctx.clock.now(), audit });
  },
});

async function findAsked(ctx: ServiceContext, { org, invitation, proof }: Asked) {
  const start = performance.now();
  // Nothing is looked up for an address that was not made here.
  const row = ctx.links.isStopProof(org, invitation, proof)
    ? await ctx.store.invitations.get(org, invitation)
    : undefined;
  const [organisation, campaign] = row
    ? await Promise.all([ctx.store.organisations.get(org), ctx.store.campaigns.get(org, row.invitation.campaign)])
    : [];
  if (row && organisation && campaign) return { ...row, organisation, campaign };
  await untilDead(start);
  throw new Problem("link-unknown");
}
