import * as z from "zod";

/** The page that a person came from and is led back to after mending something: the check page, or none in particular. */
export const originPage = z.enum(["check"]).optional();
export type Origin = z.infer<typeof originPage>;

/** An address that remembers where its reader came from. */
export function withOrigin(href: string, from: Origin): string {
  return from === undefined ? href : `${href}?from=${from}`;
}
