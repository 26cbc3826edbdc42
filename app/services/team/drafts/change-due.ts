import * as z from "zod";
import { zonedClock, zonedInstant, zones } from "#app/i18n/dates/zones";
import { fault } from "#app/services/context/faults";
import { recordId } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { changeCampaignDraft, findCampaignDraft } from "./campaign-draft";

/** When answers to a draft are due, by the clock of its zone. @throws Problem "not-found"; "changed-meanwhile" once it is launched */
export const showDue = teamUseCase({
  permission: "campaigns.write",
  input: z.object({ campaign: recordId }),
  events: [],
  async run(ctx, { campaign }) {
    const { id, name, dueAt, zone } = await findCampaignDraft(ctx, campaign);
    return { id, title: name, ...zonedClock(dueAt, zone), zone, zones: zones() };
  },
});

/** Saves when answers are due. `date` as 2026-11-30, `time` as 23:59, `zone` an IANA zone. */
export const changeDue = teamUseCase({
  permission: "campaigns.write",
  input: z.object({ campaign: recordId, date: z.string(), time: z.string(), zone: z.string() }),
  events: ["campaign.changed"],
  async run(ctx, { campaign, date, time, zone }, event) {
    const draft = await findCampaignDraft(ctx, campaign);
    const dueAt = zonedInstant(date, time, zone);
    if (!dueAt) return fault("date", "not-a-time");
    if (dueAt <= ctx.clock.now()) return fault("date", "past");
    await changeCampaignDraft(ctx, event, draft, { dueAt, zone });
  },
});
