import { Problem } from "#app/domain/problem";
import { dayMs, isoDay } from "#app/i18n/dates/days";
import { zonedInstant } from "#app/i18n/dates/zones";
import type { TeamContext } from "#app/services/context/contexts";
import { type EventMaker, eventMaker } from "#app/services/context/events";
import type { ActionOn, AuditEvent } from "#db/audit";
import type { Campaign } from "#db/records";
import { currentQuestionnaire, findQuestionnaire, questionnaires } from "#questionnaires/index";
import { walk } from "#questionnaires/journey";
import type { LoadedQuestionnaire } from "#questionnaires/load";
import { textsOf } from "#questionnaires/texts";
import { currentEdition } from "#scoring/editions/index";
import { currentRuleSet } from "#scoring/rulesets/index";

/** Days a new campaign gives suppliers, until somebody says otherwise. */
const dueAfterDays = 30;

/** Any campaign of the organisation. Throws Problem "not-found". */
export async function findCampaign(ctx: TeamContext, id: string): Promise<Campaign> {
  const campaign = await ctx.store.campaigns.get(ctx.organisation.id, id);
  if (!campaign) throw new Problem("not-found");
  return campaign;
}

/** A campaign that can still be changed. Throws Problem "not-found", or "changed-meanwhile" once it is launched. */
export async function findDraft(ctx: TeamContext, id: string): Promise<Campaign> {
  const campaign = await findCampaign(ctx, id);
  if (campaign.state !== "draft") throw new Problem("changed-meanwhile");
  return campaign;
}

export type RegimeChoice = {
  readonly id: string;
  readonly name: string;
  readonly questions: { readonly least: number; readonly all: number };
};
export type VersionChoice = {
  readonly key: string;
  readonly title: string;
  readonly version: number;
  readonly questions: { readonly least: number; readonly all: number };
  readonly regimes: readonly RegimeChoice[];
};

/** How many questions a firm is asked at least, before it answers anything, and how many there are for these regimes. */
export function questionCounts(
  questionnaire: LoadedQuestionnaire,
  regimes: readonly string[],
): { least: number; all: number } {
  const served = questionnaire.order.filter(
    (question) =>
      !question.regimes || regimes.length === 0 || question.regimes.some((regime) => regimes.includes(regime)),
  );
  return { least: walk(questionnaire, {}, { regimes, modules: [] }).asked.size, all: served.length };
}

/** The questionnaires a campaign can send, newest version first, in words. */
export function versionChoices(language: string): VersionChoice[] {
  return [...questionnaires].reverse().map((questionnaire) => {
    const { key, definition } = questionnaire;
    const texts = textsOf(questionnaire, language);
    return {
      key,
      title: texts.get("title")?.text ?? definition.id,
      version: definition.version,
      questions: questionCounts(questionnaire, []),
      regimes: definition.regimes.map((id) => ({
        id,
        name: texts.get(`regime.${id}`)?.text ?? id,
        questions: questionCounts(questionnaire, [id]),
      })),
    };
  });
}

export type QuestionnaireStep = { readonly name: string; readonly key: string; readonly regimes: readonly string[] };

function versionOf(key: string): { questionnaire: string; version: number; known: readonly string[] } {
  const [id = "", version = ""] = key.split("@");
  const found = findQuestionnaire(id, Number(version)) ?? currentQuestionnaire("forced-labour");
  return { questionnaire: found.definition.id, version: found.definition.version, known: found.definition.regimes };
}

function event(ctx: TeamContext, campaign: string): Pick<AuditEvent<ActionOn<"campaign">>, "at" | "actor" | "subject"> {
  return { at: ctx.clock.now(), actor: ctx.actor, subject: { type: "campaign", id: campaign } };
}

/** Makes a draft and returns its id, or undefined when it has no name. */
export async function startCampaign(ctx: TeamContext, step: QuestionnaireStep): Promise<string | undefined> {
  const name = step.name.trim().slice(0, 200);
  if (name === "") return undefined;
  const { questionnaire, version, known } = versionOf(step.key);
  const createdAt = ctx.clock.now();
  const id = ctx.ids.next();
  const dueDay = isoDay(new Date(createdAt.getTime() + dueAfterDays * dayMs));
  const campaign: Campaign = {
    org: ctx.organisation.id,
    id,
    name,
    questionnaire,
    version,
    regimes: step.regimes.filter((regime) => known.includes(regime)),
    modules: [],
    ruleSet: currentRuleSet().id,
    edition: currentEdition().id,
    dueAt: zonedInstant(dueDay, "23:59", "UTC") ?? createdAt,
    zone: "UTC",
    reason: { en: ctx.t("en")("team:campaign.message.usual") },
    state: "draft",
    createdAt,
  };
  await ctx.store.campaigns.create({
    campaign,
    suppliers: [],
    audit: { ...event(ctx, id), action: "campaign.created", details: { name } },
  });
  return id;
}

type Changeable = Partial<
  Pick<Campaign, "name" | "questionnaire" | "version" | "regimes" | "dueAt" | "zone" | "reason">
>;

/** Saves one step of a draft. */
export async function changeDraft(
  ctx: TeamContext,
  event: EventMaker<"campaign.changed">,
  id: string,
  facts: Changeable,
  suppliers?: readonly string[],
): Promise<void> {
  const draft = await findDraft(ctx, id);
  const fields = [...Object.keys(facts), ...(suppliers ? ["recipients"] : [])];
  await ctx.store.campaigns.change({
    campaign: { ...draft, ...facts },
    suppliers,
    audit: event("campaign.changed", id, { fields }),
  });
}

/** Saves name, version and regimes; false when the name is missing. */
export async function changeQuestionnaire(ctx: TeamContext, id: string, step: QuestionnaireStep): Promise<boolean> {
  await findDraft(ctx, id);
  const name = step.name.trim().slice(0, 200);
  if (name === "") return false;
  const { known, ...version } = versionOf(step.key);
  await changeDraft(ctx, eventMaker(ctx), id, {
    name,
    ...version,
    regimes: step.regimes.filter((regime) => known.includes(regime)),
  });
  return true;
}
