import * as z from "zod";
import { cleanLine } from "#terms/texts/typed-text";

/** What use cases take in many places, read in one way. Messages are codes of `fault` in the texts of the team. */

/** The id of a record of ours. One that is not there is Problem "not-found", however it is written. */
export const recordId = z.string().max(200);

/** A name that people give: of a campaign, an organisation, themselves. One that shows nothing is none. */
export const givenName = z.string().overwrite(cleanLine).min(1, "required").max(200, "too-long");

/** A page of a list, from 1. What an address says wrongly is the first page. */
export const pageNumber = z.coerce.number().int().min(1).max(1_000_000).catch(1);

/** For use cases that need nothing said. */
export const noInput = z.object({});

/** One of a few whole numbers, as a number or as a form writes it. */
export function oneOfNumbers<const N extends number>(choices: readonly N[]) {
  const one = z.literal(choices, "not-valid");
  return z.union(
    [
      one,
      z
        .string()
        .regex(/^\d{1,4}$/)
        .transform(Number)
        .pipe(one),
    ],
    "not-valid",
  );
}
