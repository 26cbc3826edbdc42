import * as z from "zod";
import { Problem } from "#app/domain/problem";
import type { TeamContext } from "#app/services/context/contexts";
import { type Faults, fault } from "#app/services/context/faults";
import { recordId } from "#app/services/context/inputs";
import { LastAdministratorError, LastNorthKoreaReaderError } from "#db/errors";
import type { User } from "#db/records";

/** What every use case about one person takes. */
export const personInput = z.object({ id: recordId });

/** A person of the organisation. @throws Problem "not-found" */
export async function findPerson(ctx: TeamContext, id: string): Promise<User> {
  const found = await ctx.store.users.get(ctx.organisation.id, id);
  if (!found) throw new Problem("not-found");
  return found.user;
}

/** Whether somebody else who can sign in sees answers on North Korean labour. */
export async function hasOtherReader(ctx: TeamContext, id: string): Promise<boolean> {
  const people = await ctx.store.users.list(ctx.organisation.id);
  return people.some((one) => one.id !== id && one.readsNorthKorea && one.disabledAt === undefined);
}

/**
 * A write that must leave somebody who can let people in, and that says so where it leaves nobody who sees answers on North
 * Korean labour; beside `field` it is told where it would not.
 */
export async function unlessLast(field: string, write: () => Promise<void>): Promise<Faults | undefined> {
  try {
    await write();
    return undefined;
  } catch (error) {
    if (error instanceof LastAdministratorError) return fault(field, "last-administrator");
    if (error instanceof LastNorthKoreaReaderError) return fault("evenFromLast", "last-north-korea-reader");
    throw error;
  }
}
