import * as z from "zod";
import type { SystemContext } from "#app/services/context/contexts";
import type { EventMaker } from "#app/services/context/events";
import { systemUseCase } from "#app/services/context/use-case";
import { newMail } from "#app/services/mails/new-mail";
import { canStillChange } from "#app/services/team/recipients/recipient-state";
import type { Campaign } from "#db/records";
import type { RecipientRow } from "#db/store";

const pageSize = 200;

type Renewed = { links: number; mails: number; secondFactors: number };
type Work = {
  readonly ctx: SystemContext;
  readonly event: EventMaker<"invitation.link-replaced" | "user.second-factor-removed">;
  readonly mails: boolean;
  readonly renewed: Renewed;
};

/**
 * Makes anew what hangs on the secret of the installation, which is another one now: every supplier gets a new link, and second
 * factors are taken off, since their authenticators know the old one. `mails`: whether those who can still answer are sent theirs.
 * Broken off, it can be done again.
 */
export const renewLinks = systemUseCase({
  permission: "system.work",
  input: z.object({ mails: z.boolean() }),
  events: ["invitation.link-replaced", "user.second-factor-removed"],
  async run(ctx, { mails }, event): Promise<Renewed> {
    const work = { ctx, event, mails, renewed: { links: 0, mails: 0, secondFactors: 0 } };
    const { store } = ctx;
    for (const org of await store.organisations.ids()) {
      for (const user of await store.secondFactors.holders(org)) {
        await store.secondFactors.remove({ org, user, audit: event("user.second-factor-removed", user, {}) });
        work.renewed.secondFactors += 1;
      }
      for (const campaign of await store.campaigns.all(org)) await renewCampaign(work, campaign);
    }
    return work.renewed;
  },
});

async function renewCampaign(work: Work, campaign: Campaign): Promise<void> {
  const now = work.ctx.clock.now();
  for (let page = 1; ; page += 1) {
    const asked = { page, pageSize, now };
    const { rows } = await work.ctx.store.campaigns.recipients(campaign.org, campaign.id, asked);
    for (const row of rows) await renewLink(work, campaign, row);
    if (rows.length < pageSize) return;
  }
}

async function renewLink({ ctx, event, mails, renewed }: Work, campaign: Campaign, row: RecipientRow): Promise<void> {
  const { org, id, state, expiresAt, unsubscribedAt } = row.invitation;
  if (state === "withdrawn") return;
  const at = ctx.clock.now();
  const generation = row.invitation.generation + 1;
  const isAsked = canStillChange(campaign, row) && state === "invited" && expiresAt > at && !unsubscribedAt;
  const contact = mails && isAsked && row.contact.erasedAt === undefined ? row.contact : undefined;
  const mail = contact && newMail(ctx, { org, id: ctx.ids.next(), kind: "invitation", invitation: id, contact, at });
  const isMade = await ctx.store.invitations.replaceLink({
    ...{ org, id, generation, at, expiresAt, mail },
    tokenHash: ctx.links.hash(ctx.links.tokenFor(id, generation)),
    audit: event("invitation.link-replaced", id, { generation }),
  });
  if (!isMade) return;
  renewed.links += 1;
  if (mail) renewed.mails += 1;
}
