import * as z from "zod";
import { languageWithAllTexts } from "#app/i18n/languages";
import { recordId } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { languageOfCountry } from "#app/services/team/supplier-file/languages";
import { findContact } from "./find-contact";

/**
 * A contact of a supplier as a form shows it; an empty one, in the language of the country, where `contact` is "new".
 * @throws Problem "not-found"
 */
export const showContact = teamUseCase({
  permission: "suppliers.write",
  input: z.object({ supplier: recordId, contact: recordId }),
  events: [],
  async run(ctx, asked) {
    const { supplier, known } = await findContact(ctx, asked);
    const t = ctx.t(languageWithAllTexts(ctx.language));
    return {
      title: t(known ? "ratings:page.contacts.change" : "ratings:page.contacts.add"),
      supplier: { id: supplier.id, name: supplier.name },
      name: known?.name ?? "",
      email: known?.email ?? "",
      language: known?.language ?? languageOfCountry(supplier.country),
    };
  },
});
