import * as z from "zod";
import { Problem } from "#app/domain/problem";
import type { TeamContext } from "#app/services/context/contexts";
import { fault } from "#app/services/context/faults";
import { recordId } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { recipientModes } from "#app/views/team/draft-fields";
import type { SupplierFilter } from "#db/supplier-table";
import { matchCountry } from "#scoring/editions/index";
import { cleanLine } from "#terms/texts/typed-text";
import { changeCampaignDraft, findCampaignDraft } from "./campaign-draft";

/** Most names that are told as unknown. */
const shown = 20;
const everything: SupplierFilter = { sort: "ref", direction: "up", page: 1, pageSize: 1_000 };

/**
 * Saves who is asked. `mode`: everybody who is there today, the suppliers of the countries or the numbers that are named, or
 * "kept" for those chosen before. Nothing is saved when a country or number is not known.
 * @throws Problem "bad-request" for another mode; "too-large" for more names than there can be; "not-found";
 * "changed-meanwhile" once it is launched
 */
export const chooseRecipients = teamUseCase({
  permission: "campaigns.write",
  input: z.object({
    campaign: recordId,
    // Not an enumeration: no field stands for what cannot be chosen on the page, so nothing could be told beside it.
    mode: z.string(),
    countries: z.string().default(""),
    listed: z.string().default(""),
  }),
  events: ["campaign.changed"],
  async run(ctx, { campaign, mode, ...named }, event) {
    const draft = await findCampaignDraft(ctx, campaign);
    if (mode === "kept") return;
    const known = recipientModes.find((one) => one === mode);
    if (!known) throw new Problem("bad-request");
    const choose = {
      all: async () => ({ ids: await idsWhere(ctx, everything), unknown: [] }),
      countries: () => inCountries(ctx, named.countries),
      listed: () => withNumbers(ctx, named.listed),
    };
    const { ids, unknown } = await choose[known]();
    if (unknown.length > 0) return fault(known, "not-known", { names: unknown.slice(0, shown).join(", ") });
    await changeCampaignDraft(ctx, event, draft, {}, ids);
  },
});

type Chosen = { readonly ids: readonly string[]; readonly unknown: readonly string[] };

async function withNumbers(ctx: TeamContext, text: string): Promise<Chosen> {
  const asked = namesIn(text, 100_000);
  const found = new Set<string>();
  const ids = await idsWhere(ctx, everything, ({ ref, externalId }) => {
    const names = [ref, externalId].filter((name): name is string => name !== undefined && asked.has(name));
    for (const name of names) found.add(name);
    return names.length > 0;
  });
  return { ids, unknown: [...asked].filter((name) => !found.has(name)) };
}

async function inCountries(ctx: TeamContext, text: string): Promise<Chosen> {
  // Looking for what an unknown name may have meant takes milliseconds.
  const read = [...namesIn(text, 300)].map((name) => ({ name, match: matchCountry(name) }));
  const countries = read.flatMap(({ match }) => ("iso2" in match ? [match.iso2] : []));
  const unknown = read.filter(({ match }) => !("iso2" in match)).map(({ name }) => name);
  return { ids: countries.length === 0 ? [] : await idsWhere(ctx, { ...everything, country: countries }), unknown };
}

function namesIn(text: string, most: number): ReadonlySet<string> {
  const names = text.split(/[\n\r,;\t]+/).map(cleanLine);
  const different = new Set(names.filter((name) => name !== ""));
  if (different.size > most) throw new Problem("too-large");
  return different;
}

async function idsWhere(
  ctx: TeamContext,
  filter: SupplierFilter,
  wanted: (supplier: { ref: string; externalId?: string }) => boolean = () => true,
): Promise<string[]> {
  const ids: string[] = [];
  for await (const rows of ctx.store.suppliers.export(ctx.organisation.id, filter, [])) {
    for (const { supplier } of rows) if (wanted(supplier)) ids.push(supplier.id);
  }
  return ids;
}
