import type { LoaderArgs } from "#app/router/api/route-types";
import { type PersonAsked, personKinds } from "#app/services/team/persons/person-file";

/** Whom an address of the pages on personal data is about; nobody where it names another kind. */
export function personAsked({ kind, id = "" }: LoaderArgs["params"]): PersonAsked {
  const known = personKinds.find((one) => one === kind);
  return known ? { kind: known, id } : { kind: "user", id: "nobody" };
}
