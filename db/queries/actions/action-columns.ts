import { and, eq, getTableColumns, sql } from "drizzle-orm";
import type { QueryContext } from "#db/queries/query-context";
import { withoutNulls } from "#db/queries/without-nulls";
import type { NamedAction } from "#db/store";
import { proofPlaceStart } from "#terms/actions/action-proof";

/** Actions with the names of whose they are, for reads that say which. */
export function namedActions({ tables: t, read }: Pick<QueryContext, "tables" | "read">) {
  const { actions: a, suppliers: s, users: u, evidence: e } = t;
  // Not joined: an action has few documents, and most have none.
  const proofs = sql`(select count(*) from ${e} proof where proof.org = ${a.org} and proof.attestation = ${a.attestation} and proof.question = ${proofPlaceStart} || ${a.id} and proof.removed_at is null)`;
  const rows = () =>
    read
      .select({
        action: getTableColumns(a),
        of: { id: s.id, name: s.name, ref: s.ref },
        ownerName: u.name,
        proofs: proofs.mapWith(Number),
      })
      .from(a)
      .innerJoin(s, and(eq(s.org, a.org), eq(s.id, a.supplier)))
      .leftJoin(u, and(eq(u.org, a.org), eq(u.id, a.owner)))
      .$dynamic();
  type Row = Awaited<ReturnType<typeof rows>>[number];
  const named = ({ action, ownerName, ...about }: Row): NamedAction => ({
    ...withoutNulls(action),
    ...about,
    ...(ownerName !== null && { ownerName }),
  });
  return { rows, named };
}
