import * as z from "zod";
import { languages } from "#app/i18n/languages";
import { type Fault, Faults } from "#app/services/context/faults";
import { recordId } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { changeCampaignDraft, findCampaignDraft } from "#app/services/team/drafts/campaign-draft";
import { reasonField } from "#app/views/team/draft-fields";
import { cleanLines } from "#terms/texts/typed-text";

const tags = languages.map(({ tag }) => tag);
/** Characters a reason may have: half a page, or nobody reads it. */
const longest = 2_000;

/**
 * Saves why a draft asks, by language; empty ones are left out, and English is always there.
 * @throws Problem "not-found"; "changed-meanwhile" once it is launched
 */
export const changeReasons = teamUseCase({
  permission: "campaigns.write",
  input: z.object({ campaign: recordId, reasons: z.partialRecord(z.enum(tags), z.string().overwrite(cleanLines)) }),
  events: ["campaign.changed"],
  async run(ctx, { campaign, reasons }, event) {
    const draft = await findCampaignDraft(ctx, campaign);
    const faults = tags.flatMap((tag): Fault[] => {
      const reason = reasons[tag] ?? "";
      if (tag === "en" && reason === "") return [{ field: reasonField(tag), code: "required" }];
      return reason.length > longest ? [{ field: reasonField(tag), code: "reason-long" }] : [];
    });
    if (faults.length > 0) return new Faults(faults);
    const written = Object.entries(reasons).filter(([, reason]) => reason !== "");
    await changeCampaignDraft(ctx, event, draft, { reason: Object.fromEntries(written) });
  },
});
