import * as z from "zod";
import { dayMs, isoDay } from "#app/i18n/dates/days";
import { zonedInstant } from "#app/i18n/dates/zones";
import type { TeamContext } from "#app/services/context/contexts";
import { Faults, fault } from "#app/services/context/faults";
import { teamUseCase } from "#app/services/context/use-case";
import { importChoices } from "#app/services/team/imports/import-choices";
import { suppliersOfList } from "#app/services/team/imports/shown/suppliers-of-list";
import { chosenInput, chosenSuppliers, mostAsked } from "#app/services/team/suppliers/marks/chosen-suppliers";
import { TakenError } from "#db/errors";
import type { LoadedEdition } from "#scoring/editions/index";
import { questionnaireStep, readStep } from "./questionnaire-step";

/** Days a new campaign gives suppliers, until somebody says otherwise. */
const dueAfterDays = 30;

/**
 * Makes a draft of a campaign, with the newest rules and countries, and returns its id. The same form sent twice makes one.
 * @param begun what tells this look at the form from others, if its page says so
 * @param list the list of suppliers that it asks, as it was brought in; nobody is chosen yet where there is none
 * @param chosen the suppliers of the table that it asks instead; `seen`: how many the page named, so that nobody else is asked
 * @throws Problem "not-found" for a list, or suppliers, that are not there any more
 */
export const startCampaign = teamUseCase({
  permission: "campaigns.write",
  input: questionnaireStep.extend({
    list: importChoices.optional(),
    chosen: chosenInput.extend({ seen: z.coerce.number().int() }).optional(),
    begun: z.string().max(40).default(""),
  }),
  events: ["campaign.created"],
  async run(ctx, { list, chosen, begun, ...step }, event) {
    const read = await readStep(ctx, step);
    if (read instanceof Faults) return read;
    const { id, isThere } = await nameOf(ctx, [begun, step, list ?? null, chosen ?? null]);
    if (isThere) return id;
    const suppliers = chosen
      ? await chosenSuppliers(ctx, chosen, mostAsked)
      : list
        ? await suppliersOfList(ctx, list)
        : [];
    if (chosen && (suppliers.length > mostAsked || suppliers.length !== chosen.seen))
      return fault("chosen", "suppliers-differ");
    const createdAt = ctx.clock.now();
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
    const audit = event("campaign.created", id, { name: read.name });
    try {
      await ctx.store.campaigns.create({ campaign, suppliers, audit });
    } catch (error) {
      if (!(error instanceof TakenError) || !(await ctx.store.campaigns.get(campaign.org, id))) throw error;
    }
    return id;
  },
});

/**
 * The id of a campaign that a form makes, by what stood in it and who sent it. Where one of that name was launched since, a
 * form that does not say when it was begun makes another.
 */
async function nameOf(ctx: TeamContext, form: readonly [string, ...unknown[]]) {
  const org = ctx.organisation.id;
  const id = ctx.sha256(JSON.stringify([org, ctx.user.id, ...form])).slice(0, 32);
  const there = await ctx.store.campaigns.get(org, id);
  if (!there || there.state === "draft" || form[0] !== "") return { id, isThere: there !== undefined };
  return { id: ctx.ids.next(), isThere: false };
}

async function newestEdition(ctx: TeamContext): Promise<LoadedEdition> {
  const newest = (await ctx.catalogue.editions(ctx.organisation.id)).at(-1);
  if (!newest) throw new Error("There is no country edition");
  return newest;
}
