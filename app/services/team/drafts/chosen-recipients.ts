import * as z from "zod";
import type { TeamContext } from "#app/services/context/contexts";
import { recordId } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { findCampaignDraft } from "./campaign-draft";

type Named = { readonly id: string; readonly ref: string; readonly name: string };

export type ChosenRecipients = {
  readonly all: number;
  readonly withContact: number;
  /** How many were archived since, or before: they are not invited either, whether they have a contact or not. */
  readonly archived: number;
  /** The first suppliers that cannot be invited, and the first that are archived. */
  readonly withoutContact: readonly Named[];
  readonly firstArchived: readonly Named[];
  /** Contacts by language, most first. */
  readonly languages: readonly { readonly language: string; readonly contacts: number }[];
};

const shown = 20;

/** Who is chosen for a draft so far. @throws Problem "not-found"; "changed-meanwhile" once it is launched */
export const showChosen = teamUseCase({
  permission: "campaigns.write",
  input: z.object({ campaign: recordId }),
  events: [],
  async run(ctx, { campaign }) {
    const { id, name } = await findCampaignDraft(ctx, campaign);
    const { languages, ...chosen } = await readChosen(ctx, id);
    return { id, title: name, ...chosen };
  },
});

/** Who is chosen for a draft, and who of them cannot be reached. */
export async function readChosen(ctx: TeamContext, campaign: string): Promise<ChosenRecipients> {
  const counts = new Map<string, number>();
  const withoutContact: Named[] = [];
  const firstArchived: Named[] = [];
  let [all, withContact, archived] = [0, 0, 0];
  for await (const batch of ctx.store.campaigns.chosen(ctx.organisation.id, campaign)) {
    all += batch.length;
    const asked = batch.filter(({ supplier }) => supplier.archivedAt === undefined);
    archived += batch.length - asked.length;
    nameFirst(
      firstArchived,
      batch.filter(({ supplier }) => supplier.archivedAt !== undefined),
    );
    const reached = asked.flatMap(({ contact }) => contact ?? []);
    withContact += reached.length;
    for (const { language } of reached) counts.set(language, (counts.get(language) ?? 0) + 1);
    nameFirst(
      withoutContact,
      asked.filter(({ contact }) => contact === undefined),
    );
  }
  return {
    ...{ all, withContact, archived, withoutContact, firstArchived },
    languages: [...counts]
      .map(([language, contacts]) => ({ language, contacts }))
      .sort((a, b) => b.contacts - a.contacts),
  };
}

function nameFirst(named: Named[], more: readonly { readonly supplier: Named }[]): void {
  for (const { supplier } of more.slice(0, shown - named.length)) {
    const { id, ref, name } = supplier;
    named.push({ id, ref, name });
  }
}
