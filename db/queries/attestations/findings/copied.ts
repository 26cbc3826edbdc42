import { and, asc, eq, inArray, isNull, notInArray, type SQL } from "drizzle-orm";
import { voidOf } from "#db/queries/attestations/attestation-details";
import type { QueryContext } from "#db/queries/query-context";
import type { Store } from "#db/store";

/** Files or marks that are looked for at once: more than any answers have, and far below what a statement may name. */
const mostKeys = 400;

/** What one place of an attestation is known by: the SHA-256 of a file, or the mark of a text. */
type Place = { readonly question: string; readonly key: string };

/** What is the very same in the answers of other suppliers of an organisation. */
export function copiedQueries({
  tables: t,
  read,
}: QueryContext): Pick<Store["findings"], "copiedFiles" | "copiedTexts"> {
  const { evidence: e, textMarks: m, contacts: c } = t;

  /** The supplier itself, and those who have a contact's address in common with it. */
  async function sameOnes(org: string, supplier: string): Promise<readonly string[]> {
    const own = read
      .select({ emailKey: c.emailKey })
      .from(c)
      .where(and(eq(c.org, org), eq(c.supplier, supplier), isNull(c.erasedAt)));
    const rows = await read
      .selectDistinct({ supplier: c.supplier })
      .from(c)
      .where(and(eq(c.org, org), inArray(c.emailKey, own)));
    return [supplier, ...rows.map((row) => row.supplier)];
  }

  /** Places of others with one of these keys, in answers that were signed and count. */
  async function placesOfOthers(
    table: typeof e | typeof m,
    key: typeof e.sha256 | typeof m.mark,
    { org, where, but, most }: { org: string; where: SQL | undefined; but: readonly string[]; most: number },
  ) {
    return read
      .select({
        key,
        question: table.question,
        attestation: table.attestation,
        supplier: t.suppliers.id,
        name: t.suppliers.name,
      })
      .from(table)
      .innerJoin(t.attestations, and(eq(t.attestations.org, table.org), eq(t.attestations.id, table.attestation)))
      .innerJoin(
        t.invitations,
        and(eq(t.invitations.org, t.attestations.org), eq(t.invitations.id, t.attestations.invitation)),
      )
      .innerJoin(t.suppliers, and(eq(t.suppliers.org, t.invitations.org), eq(t.suppliers.id, t.invitations.supplier)))
      .leftJoin(t.voids, voidOf(t))
      .where(
        and(
          eq(table.org, org),
          where,
          eq(t.attestations.state, "submitted"),
          isNull(t.voids.attestation),
          notInArray(t.suppliers.id, [...but]),
        ),
      )
      .orderBy(asc(t.suppliers.name), asc(t.suppliers.id), asc(table.question))
      .limit(most);
  }

  async function pairs(own: readonly Place[], others: Awaited<ReturnType<typeof placesOfOthers>>) {
    return own.flatMap(({ question, key }) =>
      others
        .filter((one) => one.key === key)
        .map(({ supplier, name, attestation, question: otherQuestion }) => ({
          ...{ question, supplier, name, attestation, otherQuestion },
        })),
    );
  }

  return {
    async copiedFiles(org, { attestation, supplier, most }) {
      const own = await read
        .select({ question: e.question, key: e.sha256 })
        .from(e)
        .where(and(eq(e.org, org), eq(e.attestation, attestation), isNull(e.removedAt)))
        .orderBy(asc(e.position))
        .limit(mostKeys);
      if (own.length === 0) return [];
      const where = and(inArray(e.sha256, [...new Set(own.map(({ key }) => key))]), isNull(e.removedAt));
      return pairs(own, await placesOfOthers(e, e.sha256, { org, where, but: await sameOnes(org, supplier), most }));
    },

    async copiedTexts(org, { attestation, supplier, most }) {
      const own = await read
        .select({ question: m.question, key: m.mark })
        .from(m)
        .where(and(eq(m.org, org), eq(m.attestation, attestation)))
        .orderBy(asc(m.question), asc(m.mark))
        .limit(mostKeys);
      if (own.length === 0) return [];
      const where = inArray(m.mark, [...new Set(own.map(({ key }) => key))]);
      return pairs(own, await placesOfOthers(m, m.mark, { org, where, but: await sameOnes(org, supplier), most }));
    },
  };
}
