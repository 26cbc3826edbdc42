import { findLanguage } from "#app/i18n/languages";
import { teamUseCase } from "#app/services/context/use-case";
import { findCampaignDraft } from "#app/services/team/drafts/campaign-draft";
import { readChosen } from "#app/services/team/drafts/chosen-recipients";
import { composePreview, previewInput } from "./preview-mail";

/**
 * What a draft says to suppliers: the reasons by language, the languages they are needed in, and the mail as readers of one
 * language would get it, that of most contacts by default.
 * @throws Problem "not-found"; "changed-meanwhile" once it is launched
 */
export const showMessage = teamUseCase({
  permission: "campaigns.write",
  input: previewInput,
  events: [],
  async run(ctx, { campaign, preview: asked }) {
    const draft = await findCampaignDraft(ctx, campaign);
    const { languages } = await readChosen(ctx, draft.id);
    const preview = asked ?? findLanguage(languages[0]?.language)?.tag ?? "en";
    const { subject, text, to } = await composePreview(ctx, draft, preview);
    return {
      id: draft.id,
      title: draft.name,
      reason: draft.reason,
      needed: [...new Set(["en", ...languages.map(({ language }) => language), ...Object.keys(draft.reason)])],
      preview,
      mail: { subject, text, to },
    };
  },
});
