import * as z from "zod";
import type { TeamContext } from "#app/services/context/contexts";
import { recordId } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { findCampaignDraft } from "./campaign-draft";

export type ChosenRecipients = {
  readonly all: number;
  readonly withContact: number;
  /** The first suppliers that cannot be invited. */
  readonly withoutContact: readonly { readonly id: string; readonly ref: string; readonly name: string }[];
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
    const { all, withContact, withoutContact } = await readChosen(ctx, id);
    return { id, title: name, all, withContact, withoutContact };
  },
});

/** Who is chosen for a draft, and who of them cannot be reached. */
export async function readChosen(ctx: TeamContext, campaign: string): Promise<ChosenRecipients> {
  const counts = new Map<string, number>();
  const withoutContact: { id: string; ref: string; name: string }[] = [];
  let [all, withContact] = [0, 0];
  for await (const batch of ctx.store.campaigns.chosen(ctx.organisation.id, campaign)) {
    all += batch.length;
    for (const { supplier, contact } of batch) {
      if (contact) {
        withContact += 1;
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
