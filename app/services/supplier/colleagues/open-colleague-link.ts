import { Problem } from "#app/domain/problem";
import type { ServiceContext } from "#app/services/context/contexts";
import { findLinkProblem, untilDead } from "#app/services/supplier/link/link";
import { offerParam } from "#app/services/supplier/page/problem-offer";
import type { AttestationDetails, Colleague } from "#db/records";

export type OpenColleagueLink = { readonly colleague: Colleague; readonly file: AttestationDetails };

/**
 * What a colleague's link opens; undefined for a token that is none of theirs. Changes nothing.
 * @throws Problem for one that opens nothing any more
 */
export async function openColleagueLink(
  { store, links, clock }: Pick<ServiceContext, "store" | "links" | "clock">,
  token: string,
): Promise<OpenColleagueLink | undefined> {
  const start = performance.now();
  const colleague = await store.colleagues.byToken(links.hash(token));
  const file = colleague && (await store.attestations.get(colleague.org, colleague.attestation));
  if (!colleague || !file) return undefined;
  const ended = isEnded(colleague, file) ? endedProblem(colleague, file) : findLinkProblem(file, clock.now());
  if (!ended) return { colleague, file };
  await untilDead(start);
  throw ended;
}

/**
 * Whether a colleague's link and sessions are over: taken back, erased, with the supplier's own link, or because the answers were
 * sent and they are not who signs.
 */
export function isEnded(colleague: Colleague, { attestation, invitation }: AttestationDetails): boolean {
  const { withdrawnAt, erasedAt, linkGeneration, maySign, approves } = colleague;
  if (withdrawnAt !== undefined || erasedAt !== undefined) return true;
  return linkGeneration !== invitation.generation || (attestation.state === "submitted" && !maySign && !approves);
}

export function endedProblem(
  colleague: Colleague,
  { organisation, attestation, campaign }: AttestationDetails,
): Problem {
  return new Problem("colleague-ended", {
    name: colleague.askedBy,
    buyer: organisation.name,
    reference: attestation.reference,
    language: colleague.language,
    ...offerParam(campaign),
  });
}
