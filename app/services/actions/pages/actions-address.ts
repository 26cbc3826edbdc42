import * as z from "zod";
import { pageNumber, recordId } from "#app/services/context/inputs";
import { actionStates } from "#terms/actions/action-states";
import { actionViews } from "#terms/actions/action-views";

/** What an address says of a list of actions; what it says wrongly is as if it were not there. */
export const actionsInput = z.object({
  view: z.enum(actionViews).catch("open"),
  state: z.enum(actionStates).optional().catch(undefined),
  shape: z.enum(["table", "board"]).catch("table"),
  supplier: z.preprocess((value) => (value === "" ? undefined : value), recordId.optional()).catch(undefined),
  page: pageNumber,
});
export type ActionsAsked = z.output<typeof actionsInput>;

/** What an address asks for. */
export function readActionsAddress(query: URLSearchParams): ActionsAsked {
  return actionsInput.parse(Object.fromEntries(query));
}

/** The address of a list; what is usual is left out. */
export function actionsAddress(
  { view, state, shape, supplier, page = 1 }: Partial<ActionsAsked>,
  path = "/actions",
): string {
  const query = new URLSearchParams();
  if (view !== undefined && view !== "open") query.set("view", view);
  if (state !== undefined) query.set("state", state);
  if (shape === "board") query.set("shape", shape);
  if (supplier !== undefined) query.set("supplier", supplier);
  if (page > 1) query.set("page", String(page));
  return query.size === 0 ? path : `${path}?${query}`;
}
