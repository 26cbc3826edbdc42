import { Problem } from "#app/problem";
import type { TeamContext } from "#app/services/context";
import { newMail } from "#app/services/new-mail";
import type { Campaign } from "#db/records";
import type { NewRecipient } from "#db/store";
import { findQuestionnaire } from "#questionnaires/index";
import { completeness } from "#questionnaires/texts";
import { findDraft } from "./draft";
import { type Chosen, readChosen } from "./recipients";

const day = 86_400_000;
/** Days a link may work after the due date. */
export const linkDays = [0, 14, 30, 60, 90] as const;
export const usualLinkDays = 30;

export type LaunchCheck = {
  readonly code: "recipients" | "contacts" | "due" | "mail-server" | "mail-kept" | "language";
  /** `stop`: it cannot be launched. `look`: it can, and somebody should know. */
  readonly state: "fine" | "look" | "stop";
  readonly params: Readonly<Record<string, string | number>>;
};

/** What is looked at before a launch. */
export async function launchChecks(
  ctx: TeamContext,
  id: string,
): Promise<{ campaign: Campaign; invited: number; checks: readonly LaunchCheck[] }> {
  const campaign = await findDraft(ctx, id);
  const chosen = await readChosen(ctx, id);
  return { campaign, invited: chosen.withContact, checks: checksOf(ctx, campaign, chosen) };
}

function checksOf(ctx: TeamContext, campaign: Campaign, chosen: Chosen): readonly LaunchCheck[] {
  const questionnaire = findQuestionnaire(campaign.questionnaire, campaign.version);
  const lacking = chosen.all - chosen.withContact;
  return [
    {
      code: "recipients",
      state: chosen.withContact > 0 ? "fine" : "stop",
      params: { count: chosen.withContact, all: chosen.all },
    },
    { code: "contacts", state: lacking > 0 ? "look" : "fine", params: { count: lacking } },
    { code: "due", state: campaign.dueAt > ctx.clock.now() ? "fine" : "stop", params: {} },
    ctx.config.smtpUrl
      ? { code: "mail-server", state: "fine", params: { from: ctx.config.mailFrom } }
      : { code: "mail-kept", state: "look", params: {} },
    ...chosen.languages.map(({ language, contacts }): LaunchCheck => {
      const { done, all } = questionnaire ? completeness(questionnaire, language) : { done: 0, all: 1 };
      return {
        code: "language",
        state: done === all ? "fine" : "look",
        params: { language, count: contacts, done, all },
      };
    }),
  ];
}

/** What an invitation is made from: of a hundred thousand suppliers nothing more is held in memory. */
type Recipient = {
  readonly supplier: string;
  readonly contact: string;
  readonly email: string;
  readonly language: string;
};

type Launch = { readonly campaign: Campaign; readonly at: Date; readonly expiresAt: Date };

function invite(
  ctx: TeamContext,
  { campaign, at, expiresAt }: Launch,
  recipient: Recipient,
  number: number,
): NewRecipient {
  const org = ctx.organisation.id;
  const id = ctx.ids.next();
  const generation = 1;
  const mail = ctx.ids.next();
  const by = { at, actor: ctx.actor };
  return {
    invitation: {
      org,
      id,
      campaign: campaign.id,
      supplier: recipient.supplier,
      contact: recipient.contact,
      generation,
      expiresAt,
      createdAt: at,
      tokenHash: ctx.links.hash(ctx.links.tokenFor(id, generation)),
    },
    attestation: {
      org,
      id: ctx.ids.next(),
      invitation: id,
      reference: `AV-${at.getUTCFullYear()}-${String(number).padStart(6, "0")}`,
      questionnaire: campaign.questionnaire,
      version: campaign.version,
      state: "open",
      revision: 0,
    },
    mail: newMail(ctx, { org, id: mail, kind: "invitation", invitation: id, contact: recipient, at }),
    audit: [
      { ...by, action: "invitation.created", details: { campaign: campaign.id }, subject: { type: "invitation", id } },
      { ...by, action: "mail.queued", details: { kind: "invitation" }, subject: { type: "mail", id: mail } },
    ],
  };
}

/** Made one by one as the store takes them, so that they never stand in memory together. */
function* invitations(ctx: TeamContext, launch: Launch, recipients: readonly Recipient[], first: number) {
  for (const [place, recipient] of recipients.entries()) yield invite(ctx, launch, recipient, first + place);
}

// References are counted over the whole installation: of two launches at once the second must see the numbers of the first.
const lines = new WeakMap<object, Promise<unknown>>();

function inLine<T>(ctx: TeamContext, work: () => Promise<T>): Promise<T> {
  const next = (lines.get(ctx.store) ?? Promise.resolve()).then(work, work);
  lines.set(
    ctx.store,
    next.catch(() => undefined),
  );
  return next;
}

/**
 * Invites everybody chosen who has a contact: links, attestations, mails and events, all or nothing.
 * @param daysAfterDue days the links work after the due date
 * @returns how many were invited. Throws Problem "changed-meanwhile" when it was launched before, "bad-request" when a check stops it.
 */
export function launchCampaign(ctx: TeamContext, id: string, daysAfterDue: number): Promise<number> {
  return inLine(ctx, async () => {
    const campaign = await findDraft(ctx, id);
    const recipients: Recipient[] = [];
    const chosen = await readChosen(ctx, id, ({ supplier, id: contact, email, language }) => {
      recipients.push({ supplier, contact, email, language });
    });
    if (checksOf(ctx, campaign, chosen).some(({ state }) => state === "stop")) throw new Problem("bad-request");
    const org = ctx.organisation.id;
    const days = linkDays.find((known) => known === daysAfterDue) ?? usualLinkDays;
    const at = ctx.clock.now();
    const launch = { campaign, at, expiresAt: new Date(campaign.dueAt.getTime() + days * day) };
    const first = await ctx.store.campaigns.nextReference();
    await ctx.store.campaigns.launch({
      org,
      id,
      launchedAt: at,
      invitations: invitations(ctx, launch, recipients, first),
      audit: [
        {
          at,
          actor: ctx.actor,
          action: "campaign.launched",
          details: { invitations: recipients.length },
          subject: { type: "campaign", id },
        },
      ],
    });
    return recipients.length;
  });
}
