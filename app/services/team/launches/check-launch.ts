import * as z from "zod";
import { formatDue } from "#app/i18n/dates/moments";
import { languageWithAllTexts } from "#app/i18n/languages";
import type { TeamContext } from "#app/services/context/contexts";
import { recordId } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { languageReport } from "#app/services/languages/language-report";
import { mailHoldView, senderWords } from "#app/services/mails/mail-status";
import { requireQuestionnaire } from "#app/services/ratings/rating-versions";
import { findCampaignDraft } from "#app/services/team/drafts/campaign-draft";
import { type ChosenRecipients, readChosen } from "#app/services/team/drafts/chosen-recipients";
import type { Campaign } from "#db/records";
import type { LoadedQuestionnaire } from "#questionnaires/load";
import { offerLines } from "./language-offer";

export type LaunchCheck = {
  readonly code: "recipients" | "contacts" | "archived" | "due" | "results" | "mail-server" | "mail-kept" | "language";
  /** `stop`: it cannot be launched. `look`: it can, and somebody should know. */
  readonly state: "fine" | "look" | "stop";
  readonly params: Readonly<Record<string, string | number>>;
};

/** What is looked at before a launch. @throws Problem "not-found"; "changed-meanwhile" once it is launched */
export const checkLaunch = teamUseCase({
  permission: "campaigns.write",
  input: z.object({ campaign: recordId }),
  events: [],
  async run(ctx, { campaign: id }) {
    const campaign = await findCampaignDraft(ctx, id);
    const chosen = await readChosen(ctx, id);
    const questionnaire = await requireQuestionnaire(ctx, campaign);
    const languages = await offerLines(ctx, questionnaire, chosen);
    return {
      id,
      title: campaign.name,
      invited: chosen.withContact,
      checks: await checksOf(ctx, { campaign, questionnaire, chosen }),
      languages,
      due: formatDue(campaign.dueAt, campaign.zone, languageWithAllTexts(ctx.language)),
    };
  },
});

/** The same for the launch itself. */
export async function checksOf(
  ctx: TeamContext,
  {
    campaign,
    questionnaire,
    chosen,
  }: { campaign: Campaign; questionnaire: LoadedQuestionnaire; chosen: ChosenRecipients },
): Promise<readonly LaunchCheck[]> {
  const lacking = chosen.all - chosen.withContact - chosen.archived;
  return [
    {
      code: "recipients",
      state: chosen.withContact > 0 ? "fine" : "stop",
      params: { count: chosen.withContact, all: chosen.all },
    },
    { code: "contacts", state: lacking > 0 ? "look" : "fine", params: { count: lacking } },
    ...(chosen.archived > 0 ? [{ code: "archived", state: "look", params: { count: chosen.archived } } as const] : []),
    { code: "due", state: campaign.dueAt > ctx.clock.now() ? "fine" : "stop", params: {} },
    { code: "results", state: campaign.sharesResults ? "look" : "fine", params: {} },
    await mailCheck(ctx),
    ...chosen.languages.map(({ language, contacts }): LaunchCheck => {
      const { strings: all, ...counts } = languageReport(questionnaire, language, ctx.sha256);
      return {
        code: "language",
        state: counts.missing + counts.stale + counts.draft === 0 ? "fine" : "look",
        params: { ...counts, all, count: contacts },
      };
    }),
  ];
}

/** Whether mails will go out, and who they will come from. */
async function mailCheck(ctx: TeamContext): Promise<LaunchCheck> {
  if (!ctx.mailer) return { code: "mail-kept", state: "look", params: {} };
  const hold = await mailHoldView(ctx);
  const from = senderWords(ctx);
  if (hold) return { code: "mail-server", state: "look", params: { from, said: hold.said } };
  return { code: "mail-server", state: "fine", params: { from } };
}
