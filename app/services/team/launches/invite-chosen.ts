import { setTimeout as pause } from "node:timers/promises";
import * as z from "zod";
import type { ServiceContext } from "#app/services/context/contexts";
import type { EventMaker } from "#app/services/context/events";
import { recordId } from "#app/services/context/inputs";
import { systemUseCase } from "#app/services/context/use-case";
import { jobLease, stopSignal } from "#app/services/jobs/job-input";
import { newMail } from "#app/services/mails/new-mail";
import { firstLook } from "#app/services/reminders/reminder-times";
import { MissingError, TakenError } from "#db/errors";
import type { Campaign, Contact, JobLease, Launch, Supplier } from "#db/records";
import type { NewRecipient } from "#db/store";

/** How long one step may take, in milliseconds: whoever saves meanwhile waits for one step at most, and for its own turn. */
const stepMs = 40;
/** How long everything else has the program to itself after a step. */
const longestPauseMs = 10;
/** The fewest and the most invitations of a step: of fewer each costs more, because a step ends on the disk. */
const least = 100;
const most = 400;

/**
 * Goes on with a launch until everybody chosen who has a contact and is not archived is invited, in steps, each with its links, attestations,
 * mails and events or without all of them. Whoever takes the job up again goes on with those who are missing. Does nothing
 * when the launch is over, and stops when its campaign is closed.
 * @returns whether the end of the job is kept
 */
export const inviteChosen = systemUseCase({
  permission: "system.work",
  input: z.object({ org: recordId, campaign: recordId, lease: jobLease, signal: stopSignal }),
  events: ["invitation.created", "mail.queued", "campaign.invited"],
  async run(ctx, { org, campaign: id, lease, signal }, event) {
    const campaign = await ctx.store.campaigns.get(org, id);
    const launch = await ctx.store.launches.get(org, id);
    if (!campaign || !launch || launch.endedAt) return false;
    const inviting = { ctx, event, campaign, launch, lease, signal };
    try {
      await inviteAll(inviting);
      await end(inviting);
      return true;
    } catch (error) {
      if (error instanceof MissingError && (await ctx.store.launches.get(org, id))?.endedAt) return false;
      throw error;
    }
  },
});

/** A launch that goes on. Its events are in the name of whoever launched it. */
type Inviting = {
  readonly ctx: ServiceContext;
  readonly event: EventMaker<"invitation.created" | "mail.queued" | "campaign.invited">;
  readonly campaign: Campaign;
  readonly launch: Launch;
  readonly lease: JobLease;
  readonly signal: AbortSignal;
};

/** Counts in the record how many are invited: some were by whoever had the job before. */
async function end({ ctx, event, lease, launch: { org, campaign, actor } }: Inviting): Promise<void> {
  const at = ctx.clock.now();
  const { total } = await ctx.store.campaigns.recipients(org, campaign, { page: 1, pageSize: 1, now: at });
  await ctx.store.launches.end({
    org,
    campaign,
    at,
    lease,
    audit: event("campaign.invited", campaign, { invitations: total }, { by: actor, at }),
  });
}

/** Invites whoever is missing. */
async function inviteAll(inviting: Inviting): Promise<void> {
  const { ctx, campaign, launch, lease, signal } = inviting;
  const { org, id } = campaign;
  let number = await ctx.store.campaigns.nextReference();
  let size = least;
  let done = 0;
  for await (const batch of ctx.store.campaigns.chosen(org, id)) {
    const asked = batch.filter(({ supplier }) => supplier.archivedAt === undefined);
    const left = asked.flatMap(({ supplier, contact, invited }) =>
      contact && !invited ? [{ supplier, contact }] : [],
    );
    done += batch.filter(({ contact, invited }) => contact && invited).length;
    while (left.length > 0) {
      signal.throwIfAborted();
      const started = performance.now();
      const recipients = left.slice(0, size).map((one, place) => invite(inviting, one, number + place));
      try {
        const progress = { done: done + recipients.length, all: launch.invitations };
        await ctx.store.launches.invite({ org, campaign: id, recipients, job: { lease, progress } });
      } catch (error) {
        const free = await ctx.store.campaigns.nextReference();
        if (!(error instanceof TakenError) || free === number) throw error;
        // References are counted over the whole installation, and a launch of another organisation was faster.
        number = free;
        continue;
      }
      left.splice(0, recipients.length);
      number += recipients.length;
      done += recipients.length;
      const took = performance.now() - started;
      // A page needs many short turns: were every one of them followed by a step, it would take a second.
      await pause(Math.min(longestPauseMs, took / 4));
      size = Math.max(least, Math.min(most, Math.round((recipients.length * stepMs) / took)));
    }
  }
}

type Asked = { readonly supplier: Supplier; readonly contact: Contact };

function invite(
  { ctx, event, campaign, launch }: Inviting,
  { supplier, contact }: Asked,
  number: number,
): NewRecipient {
  const { org } = campaign;
  const id = inOrder(number, ctx.ids.next());
  const generation = 1;
  const mail = inOrder(number, ctx.ids.next());
  const at = ctx.clock.now();
  const over = { by: launch.actor, at };
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
      remindAt: firstLook(campaign, supplier.country, at),
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
      event("invitation.created", id, { campaign: campaign.id }, over),
      event("mail.queued", mail, { kind: "invitation" }, over),
    ],
  };
}

/** Rows with neighbouring ids stand on the same pages: with random ids alone a launch writes three times as much. */
function inOrder(number: number, id: string): string {
  return number.toString(32).padStart(6, "0") + id;
}
