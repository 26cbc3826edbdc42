import type { TeamContext } from "#app/services/context/contexts";
import { eventMaker } from "#app/services/context/events";
import type { Contact } from "#db/records";
import type { SupplierFilter } from "#db/supplier-table";
import { matchCountry } from "#scoring/editions/index";
import { changeDraft, findDraft } from "./draft";

export type RecipientsStep = {
  readonly mode: "all" | "countries" | "listed";
  readonly countries: string;
  readonly listed: string;
};

export type ChosenRecipients = {
  readonly all: number;
  readonly withContact: number;
  /** The first suppliers that cannot be invited. */
  readonly withoutContact: readonly { readonly id: string; readonly ref: string; readonly name: string }[];
  /** Contacts by language, most first. */
  readonly languages: readonly { readonly language: string; readonly contacts: number }[];
};

const shown = 20;
const everything: SupplierFilter = { sort: "ref", direction: "up", page: 1, pageSize: 1_000 };

/**
 * Who is chosen for a draft, and who of them cannot be reached.
 * @param onContact told of each contact that would be written to
 */
export async function readChosen(
  ctx: TeamContext,
  id: string,
  onContact: (contact: Contact) => void = () => {},
): Promise<ChosenRecipients> {
  const counts = new Map<string, number>();
  const withoutContact: { id: string; ref: string; name: string }[] = [];
  let [all, withContact] = [0, 0];
  for await (const batch of ctx.store.campaigns.chosen(ctx.organisation.id, id)) {
    all += batch.length;
    for (const { supplier, contact } of batch) {
      if (contact) {
        withContact += 1;
        onContact(contact);
        counts.set(contact.language, (counts.get(contact.language) ?? 0) + 1);
      } else if (withoutContact.length < shown) {
        withoutContact.push({ id: supplier.id, ref: supplier.ref, name: supplier.name });
      }
    }
  }
  return {
    all,
    withContact,
    withoutContact,
    languages: [...counts]
      .map(([language, contacts]) => ({ language, contacts }))
      .sort((a, b) => b.contacts - a.contacts),
  };
}

const words = (text: string) =>
  text
    .split(/[\n\r,;\t]+/)
    .map((word) => word.trim())
    .filter((word) => word !== "");

async function idsWhere(
  ctx: TeamContext,
  filter: SupplierFilter,
  wanted: (supplier: { ref: string; externalId?: string }) => boolean = () => true,
): Promise<string[]> {
  const ids: string[] = [];
  for await (const rows of ctx.store.suppliers.export(ctx.organisation.id, filter)) {
    for (const { supplier } of rows) if (wanted(supplier)) ids.push(supplier.id);
  }
  return ids;
}

async function listed(ctx: TeamContext, text: string): Promise<{ ids: string[]; unknown: string[] }> {
  const asked = new Set(words(text).slice(0, 100_000));
  const found = new Set<string>();
  const ids = await idsWhere(ctx, everything, ({ ref, externalId }) => {
    const names = [ref, externalId].filter((name): name is string => name !== undefined && asked.has(name));
    for (const name of names) found.add(name);
    return names.length > 0;
  });
  return { ids, unknown: [...asked].filter((name) => !found.has(name)) };
}

async function inCountries(ctx: TeamContext, text: string): Promise<{ ids: string[]; unknown: string[] }> {
  const read = words(text)
    .slice(0, 300)
    .map((word) => ({ word, match: matchCountry(word) }));
  const countries = read.flatMap(({ match }) => ("iso2" in match ? [match.iso2] : []));
  const unknown = read.filter(({ match }) => !("iso2" in match)).map(({ word }) => word);
  return { ids: countries.length === 0 ? [] : await idsWhere(ctx, { ...everything, countries }), unknown };
}

/** Saves who is asked. Nothing is saved when a country or number is not known: those are returned. */
export async function chooseRecipients(
  ctx: TeamContext,
  id: string,
  step: RecipientsStep,
): Promise<{ unknown: readonly string[] }> {
  await findDraft(ctx, id);
  const choose = {
    all: async () => ({ ids: await idsWhere(ctx, everything), unknown: [] }),
    countries: () => inCountries(ctx, step.countries),
    listed: () => listed(ctx, step.listed),
  };
  const { ids, unknown } = await choose[step.mode]();
  if (unknown.length > 0) return { unknown: unknown.slice(0, shown) };
  await changeDraft(ctx, eventMaker(ctx), id, {}, ids);
  return { unknown: [] };
}
