import { setTimeout as pause } from "node:timers/promises";
import type { ServiceContext } from "#app/services/context";
import { newMail } from "#app/services/new-mail";
import { MissingError } from "#db/errors";
import type { Campaign, Contact, Launch } from "#db/records";
import type { NewRecipient } from "#db/store";

/** How long one step may take, in milliseconds: whoever saves meanwhile waits for one step at most, and for its own turn. */
const stepMs = 40;
/** How long everything else has the program to itself after a step. */
const longestPauseMs = 10;
/** The fewest and the most invitations of a step: of fewer each costs more, because a step ends on the disk. */
const least = 100;
const most = 400;

// References are counted over the whole installation: of two launches at once the second must see the numbers of the first.
const lines = new WeakMap<object, Promise<unknown>>();

function inLine<T>(ctx: ServiceContext, work: () => Promise<T>): Promise<T> {
  const next = (lines.get(ctx.store) ?? Promise.resolve()).then(work, work);
  lines.set(
    ctx.store,
    next.catch(() => undefined),
  );
  return next;
}

/**
 * Goes on with a launch until everybody chosen who has a contact is invited, in steps, each with its links, attestations,
 * mails and events or without all of them. A program that was stopped on the way goes on with those who are missing. Does
 * nothing when the launch is over, and stops when its campaign is closed.
 */
export function inviteChosen(ctx: ServiceContext, org: string, id: string): Promise<void> {
  return inLine(ctx, async () => {
    const campaign = await ctx.store.campaigns.get(org, id);
    const launch = await ctx.store.launches.get(org, id);
    if (!campaign || !launch || launch.endedAt) return;
    const invited = await inviteAll(ctx, campaign, launch).catch(async (error: unknown) => {
      if (error instanceof MissingError && (await ctx.store.launches.get(org, id))?.endedAt) return undefined;
      throw error;
    });
    if (invited === undefined) return;
    const at = ctx.clock.now();
    await ctx.store.launches.end({
      org,
      campaign: id,
      at,
      audit: {
        at,
        actor: launch.actor,
        action: "campaign.invited",
        details: { invitations: invited },
        subject: { type: "campaign", id },
      },
    });
  });
}

/** Invites whoever is missing. The number of all who are invited then. */
async function inviteAll(ctx: ServiceContext, campaign: Campaign, launch: Launch): Promise<number> {
  const { org, id } = campaign;
  let number = await ctx.store.campaigns.nextReference();
  let invited = 0;
  let size = least;
  for await (const batch of ctx.store.campaigns.chosen(org, id)) {
    invited += batch.filter((one) => one.invited).length;
    const left = batch.flatMap(({ contact, invited: before }) => (contact && !before ? [contact] : []));
    while (left.length > 0) {
      const started = performance.now();
      const recipients = left
        .splice(0, size)
        .map((contact, place) => invite(ctx, campaign, launch, contact, number + place));
      number += recipients.length;
      invited += await ctx.store.launches.invite({ org, campaign: id, recipients });
      const took = performance.now() - started;
      // A page needs many short turns: were every one of them followed by a step, it would take a second.
      await pause(Math.min(longestPauseMs, took / 4));
      size = Math.max(least, Math.min(most, Math.round((recipients.length * stepMs) / took)));
    }
  }
  return invited;
}

function invite(
  ctx: ServiceContext,
  campaign: Campaign,
  launch: Launch,
  contact: Contact,
  number: number,
): NewRecipient {
  const { org } = campaign;
  const id = inOrder(number, ctx.ids.next());
  const generation = 1;
  const mail = inOrder(number, ctx.ids.next());
  const at = ctx.clock.now();
  const by = { at, actor: launch.actor };
  return {
    invitation: {
      org,
      id,
      campaign: campaign.id,
      supplier: contact.supplier,
      contact: contact.id,
      generation,
      expiresAt: launch.expiresAt,
      createdAt: at,
      tokenHash: ctx.links.hash(ctx.links.tokenFor(id, generation)),
    },
    attestation: {
      org,
      id: inOrder(number, ctx.ids.next()),
      invitation: id,
      reference: `AV-${at.getUTCFullYear()}-${String(number).padStart(6, "0")}`,
      questionnaire: campaign.questionnaire,
      version: campaign.version,
      state: "open",
      revision: 0,
    },
    mail: newMail(ctx, { org, id: mail, kind: "invitation", invitation: id, contact, at }),
    audit: [
      { ...by, action: "invitation.created", details: { campaign: campaign.id }, subject: { type: "invitation", id } },
      { ...by, action: "mail.queued", details: { kind: "invitation" }, subject: { type: "mail", id: mail } },
    ],
  };
}

/** Rows with neighbouring ids stand on the same pages: with random ids alone a launch writes three times as much. */
function inOrder(number: number, id: string): string {
  return number.toString(32).padStart(6, "0") + id;
}
