import * as z from "zod";
import { Problem } from "#app/domain/problem";
import { type LanguageTag, offeredLanguage } from "#app/i18n/languages";
import { supplierUseCase } from "#app/services/context/use-case";
import { addressOf } from "./supplier-session";

/** Pages that may be gone back to: below the attestation, plain names only, so that nobody is sent elsewhere. */
const ownPage = /^[\w-]+(?:\/[\w-]+){0,3}(?:\?from=check)?$/;

/**
 * Chooses another language on a page with nothing typed on it. `from`: that page, below the attestation.
 * @returns the language, and the address of the page to show in it
 * @throws Problem "bad-request" for a language that there is not, or that is not offered
 */
export const choosePageLanguage = supplierUseCase({
  permission: "attestations.check",
  input: z.object({ language: z.string(), from: z.string() }),
  events: [],
  run({ session }, { language, from }): { language: LanguageTag; address: string } {
    const tag = offeredLanguage(session.file.campaign, language);
    if (!tag) throw new Problem("bad-request");
    const base = addressOf(session);
    return { language: tag, address: ownPage.test(from) ? `${base}/${from}` : base };
  },
});
