import { and, asc, desc, eq, inArray, isNull, max, ne } from "drizzle-orm";
import { valueFor } from "#db/database/transaction";
import type { QueryContext } from "#db/queries/query-context";
import type { Store } from "#db/store";
import { voidOf } from "./attestation-details";

/** What a supplier signed before, and which answers were taken from it. */
export function earlierQueries({
  tables: t,
  read,
}: QueryContext): Pick<Store["attestations"], "lastSigned" | "carried" | "lastAnsweredAt"> {
  const invitations = read
    .select({ id: t.invitations.id })
    .from(t.invitations)
    .where(
      and(
        eq(t.invitations.org, valueFor(t.invitations.org, "org")),
        eq(t.invitations.supplier, valueFor(t.invitations.supplier, "supplier")),
      ),
    );
  // Not joined: SQLite would go through every attestation of the organisation, once for each page of a question.
  const lastSigned = read
    .select({ id: t.attestations.id })
    .from(t.attestations)
    .leftJoin(t.voids, voidOf(t))
    .where(
      and(
        eq(t.attestations.org, valueFor(t.attestations.org, "org")),
        inArray(t.attestations.invitation, invitations),
        eq(t.attestations.state, "submitted"),
        isNull(t.voids.attestation),
        ne(t.attestations.id, valueFor(t.attestations.id, "other")),
      ),
    )
    .orderBy(desc(t.attestations.submittedAt), desc(t.attestations.number))
    .limit(1)
    .prepare();

  return {
    async lastSigned(org, { supplier, besides }) {
      const [found] = await lastSigned.execute({ org, supplier, other: besides });
      return found?.id;
    },

    async lastAnsweredAt(org, attestation) {
      const [found] = await read
        .select({ at: max(t.answers.savedAt) })
        .from(t.answers)
        .where(and(eq(t.answers.org, org), eq(t.answers.attestation, attestation)));
      return found?.at ?? undefined;
    },

    async carried(org, attestation) {
      const { question, revision, carried } = t.answers;
      const rows = await read
        .select({ question, carried })
        .from(t.answers)
        .where(and(eq(t.answers.org, org), eq(t.answers.attestation, attestation)))
        .orderBy(asc(question), asc(revision));
      const newest = new Map(rows.map((row) => [row.question, row.carried]));
      return [...newest].flatMap(([asked, from]) => (from === null ? [] : [{ question: asked, carried: from }]));
    },
  };
}
