import * as z from "zod";
import type { TeamContext } from "#app/services/context/contexts";
import type { EventMaker } from "#app/services/context/events";
import { recordId } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { newMail } from "#app/services/mails/new-mail";
import { findCampaign } from "#app/services/team/campaigns/find-campaign";
import { canStillChange } from "#app/services/team/recipients/recipient-state";
import type { Campaign } from "#db/records";
import type { RecipientRow } from "#db/store";

const pageSize = 1_000;
/** Others wait for one write of this size. */
const step = 200;

/**
 * Sends again to everybody of a campaign whose last mail failed: their link, or their receipt once they have signed. Who asked
 * for no more mail gets none, nor who was withdrawn, nor an address that does not work. Doing it twice sends once.
 * @returns how many mails are sent
 * @throws Problem "not-found"
 */
export const resendFailed = teamUseCase({
  permission: "campaigns.write",
  input: z.object({ campaign: recordId }),
  events: ["invitation.resent"],
  async run(ctx, { campaign: id }, event) {
    const campaign = await findCampaign(ctx, id);
    const org = ctx.organisation.id;
    const again = await failedOf(ctx, campaign);
    let sent = 0;
    for (let start = 0; start < again.length; start += step) {
      const mails = again.slice(start, start + step).map((row) => sendAgain(ctx, event, row));
      sent += await ctx.store.invitations.resendFailed({ org, mails });
      ctx.jobs.wake();
    }
    return sent;
  },
});

/** All of them first: whoever is sent to again is not in the list any more. */
async function failedOf(ctx: TeamContext, campaign: Campaign): Promise<readonly RecipientRow[]> {
  const failed: RecipientRow[] = [];
  for (let page = 1; ; page += 1) {
    const asked = { problem: "failed-mail", page, pageSize, now: ctx.clock.now() } as const;
    const { rows } = await ctx.store.campaigns.recipients(ctx.organisation.id, campaign.id, asked);
    const contacts = rows.map(({ contact }) => contact.id);
    const stopped = await ctx.store.inboundMails.stopped(ctx.organisation.id, contacts);
    failed.push(...rows.filter((row) => !stopped.has(row.contact.id) && maySendAgain(campaign, row)));
    if (rows.length < pageSize) return failed;
  }
}

function maySendAgain(campaign: Campaign, row: RecipientRow): boolean {
  if (row.invitation.unsubscribedAt) return false;
  return row.lastMail?.kind === "receipt"
    ? row.attestation.state === "submitted" && !row.voided
    : canStillChange(campaign, row);
}

function sendAgain(ctx: TeamContext, event: EventMaker<"invitation.resent">, row: RecipientRow) {
  const { invitation, contact, lastMail } = row;
  const mail = newMail(ctx, {
    org: ctx.organisation.id,
    id: ctx.ids.next(),
    kind: lastMail?.kind ?? "invitation",
    invitation: invitation.id,
    contact,
    at: ctx.clock.now(),
  });
  return { mail, audit: event("invitation.resent", invitation.id, { mail: mail.id }) };
}
