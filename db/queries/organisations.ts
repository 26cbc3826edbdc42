import { asc, count, eq } from "drizzle-orm";
import type { Transaction } from "#db/database/transaction";
import type { Store } from "#db/store";
import type { QueryContext } from "./query-context";

export function organisationQueries({ tables: t, read, write }: QueryContext): Store["organisations"] {
  async function rulesOf(from: Pick<Transaction, "select">, org: string) {
    const { keepsApart } = t.documentRules;
    const [row] = await from.select({ keepsApart }).from(t.documentRules).where(eq(t.documentRules.org, org));
    return row ?? { keepsApart: false };
  }

  return {
    documentRules: (org) => rulesOf(read, org),
    changeDocumentRules: ({ org, rules: { keepsApart }, audit }) =>
      write(
        org,
        (isChanged) => (isChanged ? [audit] : []),
        async (tx) => {
          if ((await rulesOf(tx, org)).keepsApart === keepsApart) return false;
          await tx
            .insert(t.documentRules)
            .values({ org, keepsApart })
            .onConflictDoUpdate({ target: t.documentRules.org, set: { keepsApart } });
          return true;
        },
      ),
    async count() {
      const [row] = await read.select({ all: count() }).from(t.organisations);
      return row?.all ?? 0;
    },
    async ids() {
      const rows = await read.select({ id: t.organisations.id }).from(t.organisations).orderBy(asc(t.organisations.id));
      return rows.map(({ id }) => id);
    },
    async get(org) {
      const [row] = await read.select().from(t.organisations).where(eq(t.organisations.id, org));
      return row;
    },
    create: ({ organisation, admin, passwordHash, audit }) =>
      write(organisation.id, audit, async (tx) => {
        await tx.insert(t.organisations).values(organisation);
        await tx.insert(t.users).values({ ...admin, org: organisation.id, passwordHash });
      }),
  };
}
