import * as z from "zod";
import { formatDue } from "#app/i18n/dates/moments";
import { languageWithAllTexts } from "#app/i18n/languages";
import { recordId } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { requireQuestionnaire } from "#app/services/ratings/rating-versions";
import { reminderWords } from "#app/services/reminders/reminder-words";
import { campaignWords } from "#app/services/team/campaigns/campaign-words";
import { findCampaign } from "#app/services/team/campaigns/find-campaign";
import { readChosen } from "./chosen-recipients";

export type DraftStep = {
  readonly step: "questionnaire" | "recipients" | "message" | "due" | "reminders" | "launch";
  readonly done: boolean;
  readonly text: string;
};

/**
 * What is done and what is still to do before a campaign can be launched; undefined once it was.
 * @throws Problem "not-found"; Error when the catalogue does not have the version that was chosen
 */
export const showCampaignDraft = teamUseCase({
  permission: "campaigns.read",
  input: z.object({ campaign: recordId }),
  events: [],
  async run(ctx, { campaign: id }) {
    const campaign = await findCampaign(ctx, id);
    if (campaign.state !== "draft") return undefined;
    const language = languageWithAllTexts(ctx.language);
    const t = ctx.t(language);
    const chosen = await readChosen(ctx, id);
    const { title, regimes } = campaignWords(await requireQuestionnaire(ctx, campaign), campaign, language);
    const due = formatDue(campaign.dueAt, campaign.zone, language);
    const reachable = chosen.withContact > 0;
    const early = campaign.dueAt > ctx.clock.now();
    const usual = campaign.reason.en === ctx.t("en")("team:campaign.message.usual");
    const ready = reachable && early;
    const steps: readonly DraftStep[] = [
      {
        step: "questionnaire",
        done: true,
        text: t("team:campaign.draft.questionnaire", {
          title,
          version: campaign.version,
          regimes: regimes.length > 0 ? regimes.join(" · ") : t("team:campaign.allRegimes"),
        }),
      },
      {
        step: "recipients",
        done: reachable,
        text:
          chosen.all === 0
            ? t("team:campaign.recipients.nobody")
            : t(reachable ? "team:campaign.recipients.chosen" : "team:check.recipients.stop", {
                done: chosen.withContact,
                all: chosen.all,
              }),
      },
      {
        step: "message",
        done: true,
        text: usual
          ? t("team:campaign.draft.usualReason")
          : t("team:campaign.draft.ownReason", { count: Object.keys(campaign.reason).length }),
      },
      { step: "due", done: early, text: t(early ? "team:check.due.fine" : "team:check.due.stop", { due }) },
      { step: "reminders", done: true, text: reminderWords(campaign, t) },
      {
        step: "launch",
        done: false,
        text: ready ? t("team:campaign.draft.ready", { count: chosen.withContact }) : t("team:campaign.draft.notReady"),
      },
    ];
    return {
      id: campaign.id,
      title: campaign.name,
      mayWrite: ctx.may("campaigns.write"),
      sharesResults: campaign.sharesResults ?? false,
      steps,
      next: steps.find(({ done }) => !done)?.step ?? "launch",
    };
  },
});
