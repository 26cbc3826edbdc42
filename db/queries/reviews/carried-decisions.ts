import { and, desc, eq } from "drizzle-orm";
import type { Transaction } from "#db/database/transaction";
import { ConflictError } from "#db/errors";
import { attestationStates } from "#db/queries/attestations/attestation-state";
import type { QueryContext } from "#db/queries/query-context";
import type { ReviewLeft } from "#db/records";
import type { Store } from "#db/store";

type Carrying = { readonly org: string; readonly carried: Parameters<Store["attestations"]["submit"]>[0]["carried"] };

/**
 * Inside the write that signs a correction: keeps what it takes over, as the first that was decided about it. Throws ConflictError
 * where what was decided about what it corrects is not what was read; that is held until the write is over.
 * @returns what is left of its review then; nothing for what takes nothing over
 */
export async function carryDecisions(
  context: QueryContext,
  tx: Transaction,
  { org, carried }: Carrying,
): Promise<ReviewLeft | undefined> {
  if (carried === undefined) return undefined;
  const { decisions: d } = context.tables;
  const { from, basedOn, decisions, left } = carried;
  await attestationStates(context).stateOf(tx, { org, id: from });
  const [last] = await tx
    .select({ position: d.position })
    .from(d)
    .where(and(eq(d.org, org), eq(d.attestation, from)))
    .orderBy(desc(d.position))
    .limit(1);
  const found = last?.position ?? 0;
  if (found !== basedOn) throw new ConflictError(basedOn, found);
  for (const [at, decision] of decisions.entries()) await tx.insert(d).values({ ...decision, org, position: at + 1 });
  return left;
}
