import type { TeamContext } from "#app/services/context/contexts";
import { findCampaign, questionCounts } from "#app/services/team/drafts/draft";
import type { Campaign } from "#db/records";
import type { RecipientFilter, RecipientRow } from "#db/store";
import { findQuestionnaire } from "#questionnaires/index";
import { textsOf } from "#questionnaires/texts";
import { findEdition } from "#scoring/editions/index";
import { walkWithFacts } from "#scoring/facts";
import { findRuleSet } from "#scoring/rulesets/index";

export const recipientsOnPage = 50;

export type CampaignView = {
  readonly step?: RecipientFilter["step"];
  readonly problem?: RecipientFilter["problem"];
  readonly search?: string;
  readonly page: number;
};

const steps = ["invited", "delivered", "started", "submitted"] as const;
const problems = ["failed-mail", "declined", "expired", "silent"] as const;

/** The view of a campaign that stands in the address. */
export function campaignView(query: URLSearchParams): CampaignView {
  const page = Number(query.get("page"));
  return {
    step: steps.find((step) => step === query.get("step")),
    problem: problems.find((problem) => problem === query.get("problem")),
    search: query.get("q")?.trim().slice(0, 200) || undefined,
    page: Number.isInteger(page) && page > 0 && page < 100_000 ? page : 1,
  };
}

/** Where a supplier stands, from the record alone. */
export function recipientState(
  { invitation, attestation }: RecipientRow,
  now: Date,
): "submitted" | "declined" | "withdrawn" | "expired" | "started" | "invited" {
  if (attestation.state === "submitted") return "submitted";
  if (invitation.state !== "invited") return invitation.state;
  if (invitation.expiresAt <= now) return "expired";
  return attestation.startedAt ? "started" : "invited";
}

/** Questions asked of one supplier so far: what is asked depends on what was answered. */
async function askedOf(
  ctx: TeamContext,
  campaign: Campaign,
  row: RecipientRow,
): Promise<{ answered: number; asked: number } | undefined> {
  const questionnaire = findQuestionnaire(campaign.questionnaire, campaign.version);
  const ruleSet = findRuleSet(campaign.ruleSet);
  const edition = findEdition(campaign.edition);
  if (!questionnaire || !ruleSet || !edition) return undefined;
  const file = row.attestation.startedAt
    ? await ctx.store.attestations.get(ctx.organisation.id, row.attestation.id)
    : undefined;
  const { regimes, modules } = campaign;
  if (!file) return { answered: 0, asked: questionCounts(questionnaire, regimes).least };
  const { asked, stateOf } = walkWithFacts({
    questionnaire,
    answers: file.answers,
    regimes,
    modules,
    ruleSet,
    edition,
  });
  const owed = questionnaire.order.filter(({ id, optional, signing }) => asked.has(id) && !optional && !signing);
  return { answered: owed.filter(({ id }) => stateOf(id) === "answered").length, asked: owed.length };
}

/** A campaign with its funnel and one page of recipients; `inviting` while its launch goes on. */
export async function readCampaign(ctx: TeamContext, id: string, view: CampaignView) {
  const campaign = await findCampaign(ctx, id);
  const org = ctx.organisation.id;
  const now = ctx.clock.now();
  const [launch, funnel, { rows, total }] = await Promise.all([
    ctx.store.launches.get(org, id),
    ctx.store.campaigns.funnel(org, id, now),
    ctx.store.campaigns.recipients(org, id, { ...view, pageSize: recipientsOnPage, now }),
  ]);
  const recipients = await Promise.all(
    rows.map(async (row) => ({
      ...row,
      journey: recipientState(row, now),
      progress: await askedOf(ctx, campaign, row),
      link: linkOf(ctx, campaign, row),
    })),
  );
  const questionnaire = findQuestionnaire(campaign.questionnaire, campaign.version);
  const texts = questionnaire && textsOf(questionnaire, ctx.language);
  const regimes = campaign.regimes.map((regime) => texts?.get(`regime.${regime}`)?.text ?? regime);
  const questionnaireTitle = texts?.get("title")?.text ?? campaign.questionnaire;
  const inviting = launch && !launch.endedAt ? { done: funnel.invited, all: launch.invitations } : undefined;
  return { campaign, questionnaireTitle, regimes, inviting, funnel, recipients, total, now };
}

/** The link of a recipient, for those who may hand it on by another way than mail. */
export function linkOf(
  ctx: TeamContext,
  campaign: Campaign,
  { invitation }: Pick<RecipientRow, "invitation">,
): string | undefined {
  if (!ctx.may("campaigns.links") || campaign.state !== "live" || invitation.state === "withdrawn") return undefined;
  return `${ctx.config.publicOrigin}/s/${ctx.links.tokenFor(invitation.id, invitation.generation)}`;
}
