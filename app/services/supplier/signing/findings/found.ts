import { type Finding, findingsOf } from "#app/services/answers/findings/findings";
import type { ServiceContext } from "#app/services/context/contexts";
import { findEarlier } from "#app/services/supplier/earlier/find-earlier";
import type { SupplierSession } from "#app/services/supplier/session/supplier-session";
import type { Stand } from "#db/records";

export type FoundInSession = { readonly findings: readonly Finding[]; readonly stands: readonly Stand[] };

/** Everything that is asked about before the signature of a session, and what its supplier stands by. */
export async function findInSession(ctx: ServiceContext, session: SupplierSession): Promise<FoundInSession> {
  const { walk, file } = session;
  const { org, id, startedAt } = file.attestation;
  const last = await ctx.store.attestations.lastAnsweredAt(org, id);
  const carried = new Set((await ctx.store.attestations.carried(org, id)).map(({ question }) => question));
  const answering = startedAt && last ? { ms: last.getTime() - startedAt.getTime(), carried } : undefined;
  const before = await findEarlier(ctx, session);
  return {
    findings: findingsOf(ctx, { walk, evidence: file.evidence, before, answering }),
    stands: await ctx.store.findings.stands(org, id),
  };
}
