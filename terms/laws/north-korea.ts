/** By what questionnaires and rule sets are seen to speak of North Korean labour: the words that both write it in. */

/** The law that is about nothing else: section 321(b) of CAATSA. */
export const lawOnNorthKorea = "caatsa-321b";

/** ISO 3166-1 alpha-2. */
export const northKorea = "KP";

/** Whether the id of a part, an option, a row or a column names North Korea, as `dprk` and `dprk-border` do. */
export function namesNorthKorea(id: string): boolean {
  return /(^|-)dprk(-|$)/.test(id);
}
