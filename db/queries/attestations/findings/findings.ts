import { and, asc, eq } from "drizzle-orm";
import { attestationStates } from "#db/queries/attestations/attestation-state";
import { colleagueStates } from "#db/queries/attestations/colleagues";
import type { QueryContext } from "#db/queries/query-context";
import type { Store } from "#db/store";
import { copiedQueries } from "./copied";

export function findingQueries(context: QueryContext): Store["findings"] {
  const { tables: t, read, write } = context;
  const { requireOpen, setRevision } = attestationStates(context);
  const { requireAsked } = colleagueStates(context);
  const s = t.stands;
  const said = { finding: s.finding, answers: s.answers, reason: s.reason, at: s.at };

  return {
    stands: (org, attestation) =>
      read
        .select(said)
        .from(s)
        .where(and(eq(s.org, org), eq(s.attestation, attestation)))
        .orderBy(asc(s.finding))
        .execute(),

    stand: ({ org, attestation, stand, standIn, colleague, audit }) =>
      write(
        org,
        (isNew: boolean) => (isNew ? [audit] : []),
        async (tx) => {
          const key = { org, id: attestation };
          const { revision } = await requireOpen(tx, key);
          if (colleague !== undefined) await requireAsked(tx, { org, attestation, colleague });
          const own = and(eq(s.org, org), eq(s.attestation, attestation), eq(s.finding, stand.finding));
          const [before] = await tx.select(said).from(s).where(own);
          if (before?.answers === stand.answers && before.reason === stand.reason) return false;
          const by = { standIn: standIn ?? null, colleague: colleague ?? null };
          const { finding, ...rest } = { ...stand, ...by };
          await tx
            .insert(s)
            .values({ org, attestation, finding, ...rest })
            .onConflictDoUpdate({ target: [s.org, s.attestation, s.finding], set: rest });
          await setRevision(tx, key, revision + 1, stand.at);
          return true;
        },
      ),

    ...copiedQueries(context),
  };
}
