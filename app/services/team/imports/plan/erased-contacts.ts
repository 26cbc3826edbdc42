import type { ServiceContext } from "#app/services/context/contexts";
import { contactsOf, type ReadRow, type RowProblem } from "#app/services/team/supplier-file/supplier-row";

/**
 * Leaves the addresses out of a list whose contacts were erased: an older list must not bring anybody back unseen. Each is told
 * as a problem of its row, which is added all the same.
 */
export async function withoutErased(
  ctx: ServiceContext,
  org: string,
  rows: readonly ReadRow[],
): Promise<readonly ReadRow[]> {
  const keyOf = (email: string) => ctx.links.erasedKey(org, email);
  const emails = rows.flatMap(({ facts }) => (facts ? contactsOf(facts).map(({ email }) => email) : []));
  const erased = await ctx.store.persons.erased(org, [...new Set(emails.map(keyOf))]);
  if (erased.size === 0) return rows;
  const isErased = (email: string) => erased.has(keyOf(email));
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
