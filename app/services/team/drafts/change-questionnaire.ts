import * as z from "zod";
import { Faults } from "#app/services/context/faults";
import { recordId } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { changeCampaignDraft, findCampaignDraft } from "./campaign-draft";
import { questionnaireStep, readStep } from "./questionnaire-step";
import { versionChoices } from "./versions";

/** What a draft asks, and what it could ask. @throws Problem "not-found"; "changed-meanwhile" once it is launched */
export const showQuestionnaireStep = teamUseCase({
  permission: "campaigns.write",
  input: z.object({ campaign: recordId }),
  events: [],
  async run(ctx, { campaign }) {
    const { id, name, questionnaire, version, regimes } = await findCampaignDraft(ctx, campaign);
    return { id, name, version: `${questionnaire}@${version}`, regimes, versions: await versionChoices(ctx) };
  },
});

/** Saves name, version and regimes of a draft. @throws Problem "not-found"; "changed-meanwhile" once it is launched */
export const changeQuestionnaire = teamUseCase({
  permission: "campaigns.write",
  input: questionnaireStep.extend({ campaign: recordId }),
  events: ["campaign.changed"],
  async run(ctx, { campaign, ...step }, event) {
    const draft = await findCampaignDraft(ctx, campaign);
    const read = await readStep(ctx, step, draft.ruleSet);
    if (read instanceof Faults) return read;
    const { ruleSet, ...facts } = read;
    await changeCampaignDraft(ctx, event, draft, ruleSet === draft.ruleSet ? facts : read);
  },
});
