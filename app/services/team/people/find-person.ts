import * as z from "zod";
import { Problem } from "#app/domain/problem";
import type { TeamContext } from "#app/services/context/contexts";
import { type Faults, fault } from "#app/services/context/faults";
import { recordId } from "#app/services/context/inputs";
import { LastAdministratorError } from "#db/errors";
import type { User } from "#db/records";

/** What every use case about one person takes. */
export const personInput = z.object({ id: recordId });

/** A person of the organisation. @throws Problem "not-found" */
export async function findPerson(ctx: TeamContext, id: string): Promise<User> {
  const found = await ctx.store.users.get(ctx.organisation.id, id);
  if (!found) throw new Problem("not-found");
  return found.user;
}

/** A write that must leave somebody who can let people in; beside `field` it is told where it would not. */
export async function unlessLast(field: string, write: () => Promise<void>): Promise<Faults | undefined> {
  try {
    await write();
    return undefined;
  } catch (error) {
    if (error instanceof LastAdministratorError) return fault(field, "last-administrator");
    throw error;
  }
}
