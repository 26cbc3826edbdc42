import { dayMoment } from "#app/i18n/dates/moments";
import type { TeamContext } from "#app/services/context/contexts";
import { noInput } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { type CsvFile, csvLine } from "#app/services/files/csv";
import { newestEdition } from "#app/services/ratings/rating-versions";
import type { EditionLine } from "#app/views/team/rules/edition";

/** The editions that an organisation has of its own, oldest first. */
export const listOwnEditions = teamUseCase({
  permission: "editions.add",
  input: noInput,
  events: [],
  async run(ctx): Promise<{ readonly own: readonly EditionLine[] }> {
    return { own: await linesOf(ctx) };
  },
});

async function linesOf(ctx: TeamContext): Promise<readonly EditionLine[]> {
  const org = ctx.organisation.id;
  const kept = await ctx.store.ownEditions.list(org);
  const lines = kept.map(async ({ id, addedAt, fingerprint }): Promise<EditionLine[]> => {
    const edition = await ctx.catalogue.edition(org, id);
    if (!edition) return [];
    const { title, year, publisher, tiers } = edition.definition;
    const countries = Object.keys(tiers).length;
    return [{ id, title, year, publisher, countries, fingerprint, added: dayMoment(addedAt, ctx.language).text }];
  });
  return (await Promise.all(lines)).flat();
}

/** The newest edition in the shape that is read, so that a file can be made of it. */
export const sampleEdition = teamUseCase({
  permission: "editions.add",
  input: noInput,
  events: [],
  async run(ctx): Promise<CsvFile> {
    const { id, definition } = await newestEdition(ctx, ctx.organisation.id);
    const rows = Object.entries(definition.tiers).map(([country, tier]) => [country, tier, ""]);
    return { name: `${id}.csv`, lines: [["country", "tier", "doubt"], ...rows].map(csvLine) };
  },
});
