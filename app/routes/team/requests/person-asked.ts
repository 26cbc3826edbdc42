import { Problem } from "#app/domain/problem";
import type { LoaderArgs } from "#app/router/api/route-types";
import { personInput } from "#app/services/team/persons/person-file";

/** Whom an address of the pages on personal data is about. @throws Problem "not-found" */
export function personAsked({ kind, id }: LoaderArgs["params"]) {
  const read = personInput.safeParse({ kind, id });
  if (!read.success) throw new Problem("not-found");
  return read.data;
}
