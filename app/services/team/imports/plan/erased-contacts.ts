import { setImmediate as pause } from "node:timers/promises";
import type { ServiceContext } from "#app/services/context/contexts";
import { contactsOf, type ReadRow, type RowProblem } from "#app/services/team/supplier-file/supplier-row";

/** Addresses hashed before others have their turn. */
const hashedAtOnce = 2_000;

/**
 * Leaves the addresses out of a list whose contacts were erased: an older list must not bring anybody back unseen. Each is told
 * as a problem of its row, which is added all the same.
 */
export async function withoutErased(
  ctx: ServiceContext,
  org: string,
  rows: readonly ReadRow[],
): Promise<readonly ReadRow[]> {
  const keys = await ctx.store.persons.erased(org);
  if (keys.size === 0) return rows;
  const erased = new Set<string>();
  let looked = 0;
  for (const { facts } of rows) {
    for (const { email } of facts ? contactsOf(facts) : []) {
      if (keys.has(ctx.links.erasedKey(org, email))) erased.add(email);
      looked += 1;
      // Others have their turn: a hundred thousand take most of a second.
      if (looked % hashedAtOnce === 0) await pause();
    }
  }
  const isErased = (email: string) => erased.has(email);
  return rows.map((row): ReadRow => {
    if (!row.facts) return row;
    const gone = contactsOf(row.facts).filter(({ email }) => isErased(email));
    if (gone.length === 0) return row;
    const { email, contact, language, others = [], ...facts } = row.facts;
    const left = others.filter((one) => !isErased(one.email));
    const first = email === undefined || isErased(email) ? {} : { email, contact, language };
    const problems = gone.map(
      ({ email: value }): RowProblem => ({ field: "email", code: "contact-erased", refuses: false, value }),
    );
    return {
      ...row,
      facts: { ...facts, ...first, ...(left.length > 0 ? { others: left } : {}) },
      problems: [...row.problems, ...problems],
    };
  });
}
