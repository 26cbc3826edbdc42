import { and, asc, eq, inArray, isNotNull } from "drizzle-orm";
import type { QueryContext } from "#db/queries/query-context";
import type { Store } from "#db/store";
import { erasedName } from "#terms/retention/erased";

/** Who of the buyer answers, or answered, for a supplier. */
export function standInQueries({
  tables: t,
  read,
}: QueryContext): Pick<Store["attestations"], "standInOf" | "standIns"> {
  return {
    async standInOf(organisation, sessionHash) {
      const { standIn, sessionHash: hash, org } = t.supplierSessions;
      const [row] = await read
        .select({ standIn })
        .from(t.supplierSessions)
        .where(and(eq(org, organisation), eq(hash, sessionHash)));
      return row?.standIn ?? undefined;
    },

    async standIns(organisation, attestation) {
      const { question, revision, standIn } = t.answers;
      const rows = await read
        .select({ question, standIn })
        .from(t.answers)
        .where(and(eq(t.answers.org, organisation), eq(t.answers.attestation, attestation)))
        .orderBy(asc(question), asc(revision));
      const newest = new Map(rows.map((row) => [row.question, row.standIn]));
      const given = [...newest].flatMap(([asked, by]) => (by === null ? [] : [{ question: asked, standIn: by }]));
      if (given.length === 0) return [];
      const { org, id, erasedAt } = t.users;
      const users = [...new Set(given.map((one) => one.standIn.user))];
      const gone = await read
        .select({ id })
        .from(t.users)
        .where(and(eq(org, organisation), inArray(id, users), isNotNull(erasedAt)));
      // Rows of answers never change, so the name of whoever was erased since is left out here.
      const isErased = (user: string) => gone.some((row) => row.id === user);
      return given.map(({ question: asked, standIn: { user, name } }) => ({
        question: asked,
        standIn: { user, name: isErased(user) ? erasedName : name },
      }));
    },
  };
}
