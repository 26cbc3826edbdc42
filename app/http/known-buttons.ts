import { Problem } from "#app/domain/problem";

/** Names of fields by which forms of a page say which of its buttons was pressed. */
const teamFields = ["intent", "do", "then"] as const;

/**
 * Refuses a form that says of itself what the page does not know: it would be taken for another button. One that says nothing is the plain form
 * of its page. Forms with files have no buttons to choose from, and are left alone.
 * @param known what the page's buttons say
 * @throws Problem "bad-request"
 */
export async function requireKnownButton(request: Request, known: readonly string[]): Promise<void> {
  const type = request.headers.get("content-type") ?? "";
  if (request.method !== "POST" || !type.toLowerCase().startsWith("application/x-www-form-urlencoded")) return;
  const said = new URLSearchParams(await request.clone().text());
  requireKnown(
    teamFields.flatMap((field) => said.getAll(field)),
    known,
  );
}

/** The same of values that were read already. */
export function requireKnown(said: readonly string[], known: readonly string[]): void {
  if (said.some((value) => value !== "" && !known.includes(value))) throw new Problem("bad-request");
}
