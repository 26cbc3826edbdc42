import { Problem } from "#app/domain/problem";
import type { ServiceContext } from "#app/services/context/contexts";
import type { AttestationDetails, Colleague } from "#db/records";
import { endedProblem, isEnded } from "./open-colleague-link";

/** What the value of a colleague's session begins with after its number: nobody can write it, for only its hash is kept. */
const marked = /^\d{1,9}\.col\./;

/** The value of a session of somebody whom a supplier asked. `generation`: of the supplier's own link. */
export function colleagueSessionToken({ ids }: Pick<ServiceContext, "ids">, generation: number): string {
  return `${generation}.col.${ids.secret()}`;
}

/**
 * Whose session it is, where it is a colleague's.
 * @throws Problem "colleague-ended" once they may not go on
 */
export async function findColleague(
  { store, links }: Pick<ServiceContext, "store" | "links">,
  sessionToken: string,
  file: AttestationDetails,
): Promise<Colleague | undefined> {
  if (!marked.test(sessionToken)) return undefined;
  const colleague = await store.colleagues.bySession(file.attestation.org, links.hash(sessionToken));
  if (!colleague) throw new Problem("session-missing");
  if (isEnded(colleague, file)) throw endedProblem(colleague, file);
  return colleague;
}
