import { dayMs, isoDay } from "#app/i18n/dates/days";
import { zonedInstant } from "#app/i18n/dates/zones";
import type { TeamContext } from "#app/services/context/contexts";
import { Faults } from "#app/services/context/faults";
import { teamUseCase } from "#app/services/context/use-case";
import { importChoices } from "#app/services/team/imports/import-choices";
import { suppliersOfList } from "#app/services/team/imports/shown/suppliers-of-list";
import type { LoadedEdition } from "#scoring/editions/index";
import { questionnaireStep, readStep } from "./questionnaire-step";

/** Days a new campaign gives suppliers, until somebody says otherwise. */
const dueAfterDays = 30;

/**
 * Makes a draft of a campaign, with the newest rules and countries, and returns its id.
 * @param list the list of suppliers that it asks, as it was brought in; nobody is chosen yet where there is none
 * @throws Problem "not-found" for a list that is not there any more
 */
export const startCampaign = teamUseCase({
  permission: "campaigns.write",
  input: questionnaireStep.extend({ list: importChoices.optional() }),
  events: ["campaign.created"],
  async run(ctx, { list, ...step }, event) {
    const read = await readStep(ctx, step);
    if (read instanceof Faults) return read;
    const suppliers = list === undefined ? [] : await suppliersOfList(ctx, list);
    const createdAt = ctx.clock.now();
    const id = ctx.ids.next();
    const dueDay = isoDay(new Date(createdAt.getTime() + dueAfterDays * dayMs));
    const campaign = {
      ...read,
      org: ctx.organisation.id,
      id,
      modules: [],
      edition: (await newestEdition(ctx)).id,
      dueAt: zonedInstant(dueDay, "23:59", "UTC") ?? createdAt,
      zone: "UTC",
      reason: { en: ctx.t("en")("team:campaign.message.usual") },
      state: "draft" as const,
      createdAt,
    };
    await ctx.store.campaigns.create({
      campaign,
      suppliers,
      audit: event("campaign.created", id, { name: read.name }),
    });
    return id;
  },
});

async function newestEdition(ctx: TeamContext): Promise<LoadedEdition> {
  const newest = (await ctx.catalogue.editions(ctx.organisation.id)).at(-1);
  if (!newest) throw new Error("There is no country edition");
  return newest;
}
